package io.holdfast.care.playbook;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlScalar;
import io.holdfast.scoring.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rules that cut tiers, then the names of those tiers wherever else a playbook uses them. */
final class TierReader {
    private static final String LEAST = "atLeast";
    private static final double FARTHEST = 1e12;

    private final ValueTierRules rules;

    private TierReader(ValueTierRules rules) {
        this.rules = rules;
    }

    static TierReader withoutRules() {
        return new TierReader(ValueTierRules.none());
    }

    /** Reads the {@code tiers} of the playbook. */
    static TierReader of(YamlSequence list) {
        if (list.items().isEmpty()) {
            throw list.fault("wrong_value", "'tiers' is empty; leave it out if there are no tiers");
        }
        List<ValueTierRule> rules = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (!(item instanceof YamlMapping mapping)) {
                throw item.fault(
                        "wrong_type", "a tier rule is " + item.what() + "; expected {tier: ..., atLeast: ...}");
            }
            boolean last = rules.size() == list.items().size() - 1;
            rules.add(rule(mapping.fields("a tier rule"), rules, last));
        }
        return new TierReader(new ValueTierRules(rules));
    }

    private static ValueTierRule rule(YamlFields fields, List<ValueTierRule> above, boolean last) {
        ValueTier tier = fields.choice("tier", ValueTier.byCode());
        String name = Excerpt.of(tier.code());
        if (tier == ValueTier.UNPROFITABLE) {
            throw fields.fault(
                    "tier",
                    "unprofitable_by_value",
                    "tier " + name + " cannot be cut by value: a low value does not show that a customer costs more"
                            + " than they bring");
        }
        if (last == fields.has(LEAST)) {
            throw fields.fault(
                    LEAST,
                    last ? "tiers_leave_a_gap" : "tiers_out_of_order",
                    last
                            ? "the last tier, " + name + ", has '" + LEAST
                                    + "'; expected none, so that every customer with a value has a tier"
                            : "tier " + name + " has no '" + LEAST
                                    + "', which only the last may leave out: no customer would reach the next");
        }
        double least = last ? Double.NEGATIVE_INFINITY : fields.number(LEAST, -FARTHEST, FARTHEST);
        fields.finish();
        if (!above.isEmpty()) {
            requireBelow(fields, above.get(above.size() - 1), tier, least);
        }
        return new ValueTierRule(tier, least);
    }

    private static void requireBelow(YamlFields fields, ValueTierRule above, ValueTier tier, double least) {
        if (tier.compareTo(above.tier()) <= 0) {
            throw fields.fault(
                    "tier",
                    "tiers_out_of_order",
                    "tier " + Excerpt.of(tier.code()) + " stands after "
                            + Excerpt.of(above.tier().code()) + "; expected each tier once, in the order key, ordinary,"
                            + " small");
        }
        if (least >= above.atLeast()) {
            throw fields.fault(
                    LEAST,
                    "tiers_out_of_order",
                    "tier " + Excerpt.of(tier.code()) + " begins at a value that tier "
                            + Excerpt.of(above.tier().code())
                            + " has taken already; expected '" + LEAST + "' to fall from tier to tier");
        }
    }

    ValueTierRules rules() {
        return rules;
    }

    /**
     * The tier a text names.
     *
     * @param user who names it, as messages say it
     */
    ValueTier named(YamlScalar text, String user) {
        @Nullable ValueTier tier = ValueTier.byCode().get(text.text());
        if (tier != null && rules.tiers().contains(tier)) {
            return tier;
        }
        String names = user + " names the tier " + Excerpt.of(text.text());
        if (rules.isEmpty()) {
            throw text.fault(
                    "tiers_missing", names + ", but the playbook has no 'tiers' that say by which value; add them");
        }
        List<String> known = rules.tiers().stream().map(ValueTier::code).toList();
        throw text.fault(
                "unknown_tier",
                names + "; 'tiers' gives " + String.join(", ", known) + Nearest.hint(text.text(), known));
    }
}
