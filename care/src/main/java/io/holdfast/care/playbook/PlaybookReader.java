package io.holdfast.care.playbook;

import io.holdfast.scoring.bundle.Sha256;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlReader;
import io.holdfast.scoring.yaml.YamlScalar;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the whole of {@code playbook.yaml}. */
final class PlaybookReader {
    private static final String FORMAT = "1";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private PlaybookReader() {}

    static Playbook read(String source, byte[] content) {
        YamlMapping file = YamlReader.read(source, content);
        YamlFields fields = file.fields();
        requireFormat(fields);
        String name = name(fields);
        String jurisdiction = fields.text("jurisdiction", "");
        double threshold = fields.number("contactThreshold", 0, 1);
        TierReader tiers = fields.optionalSequence("tiers").map(TierReader::of).orElse(TierReader.withoutRules());
        HoldOutSettings holdOut = holdOut(fields.mapping("holdOut"), tiers);
        ActionReader actions = new ActionReader(tiers);
        actions.read(fields.sequence("actions"));
        fields.finish();
        requireJurisdiction(fields, jurisdiction, actions);
        return new Playbook(
                name,
                jurisdiction,
                threshold,
                holdOut,
                tiers.rules(),
                actions.actions(),
                actions.mentions(),
                source,
                Sha256.hex(content));
    }

    private static void requireFormat(YamlFields fields) {
        String format = fields.text("format");
        if (!format.equals(FORMAT)) {
            throw fields.fault(
                    "format",
                    "unsupported_format",
                    "the playbook has format " + Excerpt.of(format) + "; this version reads format " + FORMAT);
        }
    }

    private static String name(YamlFields fields) {
        String name = fields.text("name");
        if (!NAME.matcher(name).matches()) {
            throw fields.fault(
                    "name",
                    "wrong_value",
                    "'name' is " + Excerpt.of(name)
                            + "; expected 1 to 64 lower-case letters, digits, points, hyphens or underscores, a letter"
                            + " or digit first");
        }
        return name;
    }

    private static HoldOutSettings holdOut(YamlMapping mapping, TierReader tiers) {
        YamlFields fields = mapping.fields("'holdOut'");
        String salt = fields.text("salt");
        if (!HoldOutSettings.isSalt(salt)) {
            throw fields.fault(
                    "salt",
                    "wrong_value",
                    "'holdOut' has salt " + Excerpt.of(salt) + "; expected " + HoldOutSettings.saltExpectation());
        }
        double share = fields.number("share", 0, 1);
        Map<ValueTier, Double> tierShares = new EnumMap<>(ValueTier.class);
        fields.optionalMapping("tiers").ifPresent(own -> {
            YamlFields shares = own.fields("'tiers' of 'holdOut'");
            for (String code : own.entries().keySet()) {
                YamlScalar key = new YamlScalar(own.source(), own.line(code), code);
                tierShares.put(tiers.named(key, "'holdOut'"), shares.number(code, 0, 1));
            }
        });
        fields.finish();
        return new HoldOutSettings(salt, share, tierShares);
    }

    /** Law on prices differs between countries; whoever lets an action touch them shall have looked. */
    private static void requireJurisdiction(YamlFields fields, String jurisdiction, ActionReader actions) {
        if (jurisdiction.isEmpty()) {
            actions.actions().stream()
                    .filter(CareAction::priceAffecting)
                    .findFirst()
                    .ifPresent(action -> {
                        throw fields.fault(
                                "jurisdiction",
                                "missing_key",
                                "'jurisdiction' is missing, but action " + Excerpt.of(action.code())
                                        + " affects prices; expected the law it was checked against");
                    });
        }
    }
}
