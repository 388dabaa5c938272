package io.holdfast.features.plan;

import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.KindRole;
import io.holdfast.features.history.Measure;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Unit;
import java.util.EnumMap;
import java.util.Map;

/** What people call features and what they count. */
final class FeatureText {
    static final Unit DAYS = unit("day", "days", "天");
    static final Unit TIMES = unit("time", "times", "次");

    private static final Map<KindRole, LocalizedText> ROLES = new EnumMap<>(KindRole.class);

    static {
        ROLES.put(KindRole.PURCHASE, LocalizedText.of("Purchases", "购买"));
        ROLES.put(KindRole.USAGE, LocalizedText.of("Usage", "使用"));
        ROLES.put(KindRole.VISIT, LocalizedText.of("Log-ins", "登录"));
        ROLES.put(KindRole.RETURN, LocalizedText.of("Returns", "退货"));
        ROLES.put(KindRole.CANCELLATION, LocalizedText.of("Cancelled orders", "取消订单"));
        ROLES.put(KindRole.BILL, LocalizedText.of("Bills", "账单"));
        ROLES.put(KindRole.PAYMENT, LocalizedText.of("Payments", "付款"));
        ROLES.put(KindRole.PAYMENT_FAILED, LocalizedText.of("Failed payments", "付款失败"));
        ROLES.put(KindRole.CONTACT, LocalizedText.of("Contacts by the customer", "客户来电"));
        ROLES.put(KindRole.COMPLAINT, LocalizedText.of("Complaints", "投诉"));
        ROLES.put(KindRole.ANSWER, LocalizedText.of("Answers to complaints", "投诉答复"));
        ROLES.put(KindRole.SOLUTION, LocalizedText.of("Settled complaints", "投诉解决"));
        ROLES.put(KindRole.SATISFACTION, LocalizedText.of("Satisfaction", "满意度"));
        ROLES.put(KindRole.LOGIN_FAILED, LocalizedText.of("Failed log-ins", "登录失败"));
        ROLES.put(KindRole.OUTAGE, LocalizedText.of("Outages", "服务中断"));
        ROLES.put(KindRole.DELIVERY_FAILED, LocalizedText.of("Failed deliveries", "配送失误"));
        ROLES.put(KindRole.PRICE_CHANGE, LocalizedText.of("Price changes", "价格变动"));
        ROLES.put(KindRole.COMPETITOR, LocalizedText.of("Offers of rivals", "竞争对手报价"));
        ROLES.put(KindRole.PORT_REQUEST, LocalizedText.of("Port requests", "携号转网申请"));
        ROLES.put(KindRole.RENEWAL, LocalizedText.of("Renewals", "续约"));
        ROLES.put(KindRole.PLAN_CHANGE, LocalizedText.of("Plan changes", "套餐变更"));
        ROLES.put(KindRole.JOIN, LocalizedText.of("Joining", "入网"));
    }

    private FeatureText() {}

    static Unit unit(String one, String many, String chinese) {
        return new Unit(LocalizedText.of(one, chinese), LocalizedText.of(many, chinese));
    }

    static LocalizedText kind(EventKind kind) {
        if (!kind.names().isEmpty()) {
            return kind.names();
        }
        return ROLES.getOrDefault(kind.role(), LocalizedText.same(capital(kind.name())));
    }

    /** What people call events of a meaning. */
    static LocalizedText role(KindRole role) {
        return ROLES.getOrDefault(role, LocalizedText.same(capital(role.word())));
    }

    static LocalizedText measure(Measure measure) {
        if (!measure.names().isEmpty()) {
            return measure.names();
        }
        return switch (measure.name()) {
            case "amount" -> LocalizedText.of("amount", "金额");
            case "quantity" -> LocalizedText.of("quantity", "数量");
            default -> LocalizedText.same(measure.name().replace('_', ' '));
        };
    }

    /** The patterns with %s for the kind, then for a measure or a category, if any. */
    static LocalizedText of(EventKind kind, LocalizedText other, String english, String chinese) {
        LocalizedText name = kind(kind);
        return LocalizedText.of(
                String.format(english, name.in(Language.ENGLISH), other.in(Language.ENGLISH)),
                String.format(chinese, name.in(Language.CHINESE), other.in(Language.CHINESE)));
    }

    static LocalizedText of(EventKind kind, String english, String chinese) {
        return of(kind, LocalizedText.none(), english, chinese);
    }

    static String capital(String name) {
        String words = name.replace('_', ' ').replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
