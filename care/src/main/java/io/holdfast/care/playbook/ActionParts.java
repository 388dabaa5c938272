package io.holdfast.care.playbook;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlNode;
import io.holdfast.scoring.yaml.YamlScalar;
import io.holdfast.scoring.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parts that an action has in every format. */
final class ActionParts {
    private static final int LONGEST_TEXT = 2000;

    private final TierReader tiers;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<ReasonMention> mentions = new ArrayList<>();

    ActionParts(TierReader tiers) {
        this.tiers = tiers;
    }

    /** Every reason that an action answers, with its place. */
    List<ReasonMention> mentions() {
        return mentions;
    }

    String code(YamlFields fields) {
        String code = fields.text("code");
        if (!CareAction.isCode(code)) {
            throw fields.fault(
                    "code",
                    "wrong_value",
                    "an action has code " + Excerpt.of(code) + "; expected lower-case words joined by hyphens, at most "
                            + CareAction.LONGEST_CODE + " characters");
        }
        @Nullable Integer before = lines.putIfAbsent(code, fields.line());
        if (before != null) {
            throw fields.fault(
                    "code",
                    "duplicate_action",
                    "action " + Excerpt.of(code) + " stands here again; the first is in line " + before);
        }
        return code;
    }

    List<String> reasons(YamlSequence list, String subject) {
        Set<String> reasons = new LinkedHashSet<>();
        for (YamlScalar item : texts(list, subject, "reasons")) {
            String reason = item.text();
            if (reason.equals(Column.PROFILE)) {
                throw item.fault(
                        "reason_not_actionable",
                        subject + " answers 'profile', which says who the customer is: nobody's fault, and nothing that"
                                + " care could answer");
            }
            if (!reasons.add(reason)) {
                throw twice(item, subject);
            }
            mentions.add(new ReasonMention(subject, item));
        }
        return List.copyOf(reasons);
    }

    Set<ValueTier> tiers(YamlSequence list, String subject) {
        Set<ValueTier> chosen = EnumSet.noneOf(ValueTier.class);
        for (YamlScalar item : texts(list, subject, "tiers")) {
            if (!chosen.add(tiers.named(item, subject))) {
                throw twice(item, subject);
            }
        }
        return chosen;
    }

    private static List<YamlScalar> texts(YamlSequence list, String subject, String key) {
        List<YamlScalar> texts = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (!(item instanceof YamlScalar text)) {
                throw item.fault(
                        "wrong_type", "'" + key + "' of " + subject + " holds " + item.what() + "; expected codes");
            }
            texts.add(text);
        }
        if (texts.isEmpty()) {
            throw list.fault("wrong_value", "'" + key + "' of " + subject + " is empty; expected at least one code");
        }
        return texts;
    }

    private static InputException twice(YamlScalar item, String subject) {
        return item.fault("wrong_value", subject + " names " + Excerpt.of(item.text()) + " twice; expected once");
    }

    /** Has no default: whether the law of equal prices applies is for the author to say. */
    boolean priceAffecting(YamlFields fields, String subject) {
        if (!fields.has("priceAffecting")) {
            throw fields.fault(
                    "priceAffecting",
                    "missing_key",
                    "'priceAffecting' of " + subject
                            + " is missing; expected true if it can change what a customer pays or is granted, else"
                            + " false");
        }
        return fields.flag("priceAffecting", false);
    }

    static LocalizedText text(YamlMapping mapping, String subject) {
        LocalizedText text = LocalizedText.read(mapping);
        for (Language language : Language.values()) {
            String written = text.texts().getOrDefault(language, "");
            if (written.isBlank()) {
                throw mapping.fault(
                        "missing_text",
                        "'text' of " + subject + " lacks " + language.tag() + "; expected a text in every language");
            }
            if (written.length() > LONGEST_TEXT) {
                throw mapping.fault(
                        "wrong_value",
                        "'text' of " + subject + " has " + written.length() + " characters in " + language.tag()
                                + "; expected at most " + LONGEST_TEXT);
            }
        }
        return text;
    }
}
