package io.holdfast.care.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a playbook cannot be invalid, whoever makes them. */
final class PlaybookRecordsTest {
    private static final LocalizedText TEXT = LocalizedText.of("Ring.", "致电。");

    @Test
    void usesTheShareOfATierWhereThereIsOne() {
        HoldOutSettings settings = new HoldOutSettings("s", 0.05, Map.of(ValueTier.KEY, 0.01, ValueTier.SMALL, 0.0));

        assertThat(settings.share(Optional.of(ValueTier.KEY))).isEqualTo(0.01);
        assertThat(settings.share(Optional.of(ValueTier.SMALL))).isZero();
        assertThat(settings.share(Optional.of(ValueTier.ORDINARY))).isEqualTo(0.05);
        assertThat(settings.share(Optional.empty())).isEqualTo(0.05);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAShareThatIsNone(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoldOutSettings("s", share, Map.of()))
                .withMessage("share: " + share + " (expected: 0 to 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoldOutSettings("s", 0.1, Map.of(ValueTier.KEY, share)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a b", "盐", "a\nb"})
    void refusesASaltThatCouldBeMisread(String salt) {
        assertThatIllegalArgumentException().isThrownBy(() -> new HoldOutSettings(salt, 0.1, Map.of()));
    }

    @Test
    void refusesTierRulesThatDoNotFall() {
        ValueTierRule key = new ValueTierRule(ValueTier.KEY, 90);
        ValueTierRule rest = new ValueTierRule(ValueTier.SMALL, Double.NEGATIVE_INFINITY);

        assertThatIllegalArgumentException().isThrownBy(() -> new ValueTierRules(List.of(rest, key)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ValueTierRules(List.of(key, new ValueTierRule(ValueTier.ORDINARY, 90), rest)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueTierRules(List.of(key)));
    }

    @Test
    void givesNoTierToAValueThatIsNoNumber() {
        ValueTierRules rules =
                new ValueTierRules(List.of(new ValueTierRule(ValueTier.SMALL, Double.NEGATIVE_INFINITY)));

        assertThat(rules.tier(Double.NaN)).isEmpty();
        assertThat(rules.tier(-1e308)).contains(ValueTier.SMALL);
        assertThat(ValueTierRules.none().tier(1)).isEmpty();
    }

    @Test
    void refusesAnActionThatSaysTooLittle() {
        Map<Language, String> englishOnly = new EnumMap<>(Language.class);
        englishOnly.put(Language.ENGLISH, "Ring.");

        assertThatIllegalArgumentException().isThrownBy(() -> action("Call Back", List.of("price"), TEXT));
        assertThatIllegalArgumentException().isThrownBy(() -> action("call-back", List.of(), TEXT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> action("call-back", List.of("price"), new LocalizedText(englishOnly)))
                .withMessage("text of call-back: none for zh-CN (expected: one in every language)");
    }

    @Test
    void keepsCopiesOfWhatItIsMadeFrom() {
        List<String> reasons = new ArrayList<>(List.of("price"));
        CareAction action = action("call-back", reasons, TEXT);
        reasons.add("neglect");

        assertThat(action.reasons()).containsExactly("price");
    }

    @Test
    void namesTiersAndChannelsAsFilesWriteThem() {
        assertThat(ValueTier.byCode().keySet()).containsExactly("key", "ordinary", "small", "unprofitable");
        assertThat(Channel.byCode().keySet()).containsExactly("phone", "message", "email", "letter", "in-person");
    }

    private static CareAction action(String code, List<String> reasons, LocalizedText text) {
        return new CareAction(code, reasons, Set.of(), Channel.PHONE, false, text);
    }
}
