package io.holdfast.care.playbook;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the actions of a playbook, in their order. */
final class ActionReader {
    private final ActionParts parts;
    private final Reach reach;
    private final List<CareAction> actions = new ArrayList<>();

    ActionReader(TierReader tiers) {
        this.parts = new ActionParts(tiers);
        this.reach = new Reach(tiers.rules());
    }

    void read(YamlSequence list) {
        if (list.items().isEmpty()) {
            throw list.fault("wrong_value", "'actions' is empty; expected at least one action");
        }
        for (YamlNode item : list.items()) {
            if (!(item instanceof YamlMapping mapping)) {
                throw item.fault("wrong_type", "an action is " + item.what() + "; expected a mapping");
            }
            CareAction action = action(mapping);
            if (!reach.add(action)) {
                throw mapping.fault(
                        "unreachable_action",
                        "action " + Excerpt.of(action.code()) + " is never chosen: the actions before it already answer"
                                + " its reasons for all its customers; put the more particular action first");
            }
            actions.add(action);
        }
    }

    /** In the order of the file. */
    List<CareAction> actions() {
        return actions;
    }

    /** Every reason that an action answers, with its place. */
    List<ReasonMention> mentions() {
        return parts.mentions();
    }

    private CareAction action(YamlMapping mapping) {
        String code = parts.code(mapping.fields("an action"));
        String subject = "action " + Excerpt.of(code);
        YamlFields fields = mapping.fields(subject);
        CareAction action = new CareAction(
                fields.text("code"),
                parts.reasons(fields.sequence("reasons"), subject),
                fields.optionalSequence("tiers")
                        .map(list -> parts.tiers(list, subject))
                        .orElse(Set.of()),
                fields.choice("channel", Channel.byCode()),
                parts.priceAffecting(fields, subject),
                ActionParts.text(fields.mapping("text"), subject));
        fields.finish();
        return action;
    }
}
