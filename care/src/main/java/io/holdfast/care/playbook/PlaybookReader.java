package io.holdfast.care.playbook;

import io.holdfast.scoring.bundle.Sha256;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import io.holdfast.scoring.yaml.YamlReader;
import io.holdfast.scoring.yaml.YamlScalar;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the whole of {@code playbook.yaml}. */
final class PlaybookReader {
    private static final String PLANNING = "2";
    private static final List<String> FORMATS = List.of("1", PLANNING);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private PlaybookReader() {}

    static Playbook read(String source, byte[] content) {
        YamlMapping file = YamlReader.read(source, content);
        YamlFields fields = file.fields();
        boolean plans = fields.format(FORMATS).equals(PLANNING);
        String name = name(fields);
        String jurisdiction = fields.text("jurisdiction", "");
        double threshold = fields.number("contactThreshold", 0, 1);
        TierReader tiers = fields.optionalSequence("tiers").map(TierReader::of).orElse(TierReader.withoutRules());
        YamlFields lots = fields.mapping("holdOut").fields("'holdOut'");
        double campaignShare = plans ? lots.number("campaignShare", 0, 1, 0) : 0;
        double unprovenShare = plans ? lots.number("unprovenShare", campaignShare, 1, campaignShare) : 0;
        HoldOutSettings holdOut = holdOut(lots, tiers);
        List<CareAction> actions;
        List<ReasonMention> mentions;
        List<String> warnings = List.of();
        Optional<Planning> planning = Optional.empty();
        if (plans) {
            PlanningReader reader = new PlanningReader(fields, tiers);
            planning = Optional.of(reader.planning(campaignShare, unprovenShare));
            actions = reader.plays().lookUps();
            mentions = reader.plays().mentions();
            warnings = reader.plays().warnings();
        } else {
            ActionReader reader = new ActionReader(tiers);
            reader.read(fields.sequence("actions"));
            actions = reader.actions();
            mentions = reader.mentions();
        }
        fields.finish();
        // Law on prices differs between countries; whoever lets an action touch them shall have looked.
        Stream<String> affectPrices = Stream.concat(
                actions.stream().filter(CareAction::priceAffecting).map(CareAction::code),
                planning.stream()
                        .flatMap(each -> each.plays().stream())
                        .filter(play -> play.conduct().priceAffecting())
                        .map(Play::code));
        if (jurisdiction.isEmpty()) {
            affectPrices.findFirst().ifPresent(action -> {
                throw fields.fault(
                        "jurisdiction",
                        "missing_key",
                        "'jurisdiction' is missing, but action " + Excerpt.of(action)
                                + " affects prices; expected the law it was checked against");
            });
        }
        return new Playbook(
                name,
                jurisdiction,
                threshold,
                holdOut,
                tiers.rules(),
                actions,
                mentions,
                warnings,
                planning,
                source,
                Sha256.hex(content));
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

    private static HoldOutSettings holdOut(YamlFields fields, TierReader tiers) {
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
}
