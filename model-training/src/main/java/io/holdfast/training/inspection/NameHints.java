package io.holdfast.training.inspection;

import io.holdfast.scoring.dataset.FlagTokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What names of columns and words in cells usually mean, in English and Chinese. Every answer is a guess. */
final class NameHints {
    private static final Pattern ID = words(
            "id",
            "ids",
            "key",
            "uuid",
            "guid",
            "msisdn",
            "customerno",
            "accountno",
            "\\S*编号\\S*",
            "\\S*客户号\\S*",
            "\\S*账号\\S*");
    private static final Pattern LABEL = words(
            "churn\\w*",
            "lapse\\w*",
            "attrit\\w*",
            "surrender\\w*",
            "cancel\\w*",
            "exited",
            "left",
            "leave\\w*",
            "quit",
            "target",
            "label",
            "\\S*流失\\S*",
            "\\S*离网\\S*",
            "\\S*退保\\S*",
            "\\S*销户\\S*");
    private static final Pattern SENSITIVE = words(
            "gender",
            "sex",
            "female",
            "male",
            "age",
            "senior\\w*",
            "race",
            "ethnic\\w*",
            "religion",
            "disab\\w*",
            "marital",
            "married",
            "partner",
            "dependents",
            "nationality",
            "\\S*性别\\S*",
            "\\S*年龄\\S*",
            "\\S*民族\\S*",
            "\\S*婚姻\\S*",
            "\\S*宗教\\S*",
            "\\S*国籍\\S*");
    private static final Pattern VALUE = words(
            "mrr",
            "revenue",
            "arpu",
            "clv",
            "ltv",
            "monthly_?charges?",
            "monthly_?fee",
            "premium",
            "annual_premium",
            "\\S*月费\\S*",
            "\\S*月租\\S*",
            "\\S*收入\\S*");
    private static final Set<String> MISSING = Set.of("na", "n/a", "nan", "null", "?", "-", "--", ".", "#n/a");
    private static final List<String> POSITIVE = List.of(
            "yes",
            "true",
            "1",
            "1.0",
            "y",
            "t",
            "churn",
            "churned",
            "left",
            "lapsed",
            "cancelled",
            "canceled",
            "是",
            "流失",
            "已流失");

    /** Words for yes and no, beside the standard ones: as numbers of some programs, in Chinese, in R. */
    static final List<FlagTokens> OTHER_FLAGS =
            List.of(flag("1.0", "0.0"), flag("是", "否"), flag("有", "无"), flag("T", "F"), flag("t", "f"));

    private NameHints() {}

    private static FlagTokens flag(String yes, String no) {
        return new FlagTokens(Set.of(yes), Set.of(no));
    }

    /** Matches a name one of whose parts, as underscores, points, blanks and capitals divide it, is one of these. */
    private static Pattern words(String... words) {
        return Pattern.compile("(?:^|.*[_ .-])(?:" + String.join("|", words) + ")(?:$|[_ .-].*)");
    }

    private static boolean has(Pattern pattern, String name) {
        String divided = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return pattern.matcher(divided).matches();
    }

    static boolean id(String name) {
        return has(ID, name);
    }

    static boolean label(String name) {
        return has(LABEL, name);
    }

    static boolean sensitive(String name) {
        return has(SENSITIVE, name);
    }

    static boolean value(String name) {
        return has(VALUE, name);
    }

    /** Whether a cell is what people write for what they do not know. */
    static boolean looksMissing(String cell) {
        return cell.length() <= 4 && (cell.isBlank() || MISSING.contains(cell.toLowerCase(Locale.ROOT)));
    }

    /** Whether a cell, of two a label has, means that the customer left. */
    static boolean positive(String cell) {
        return POSITIVE.contains(cell.toLowerCase(Locale.ROOT));
    }
}
