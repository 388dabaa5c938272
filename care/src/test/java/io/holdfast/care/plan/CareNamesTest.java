package io.holdfast.care.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CareNamesTest {
    private static CareNames action(String english, String chinese) {
        return new CareNames(ReasonCatalogue.standard(), Map.of("a", LocalizedText.of(english, chinese)));
    }

    private static void requireAction(CareNames names, String english, String chinese) {
        assertThat(names.action("a")).isEqualTo(LocalizedText.of(english, chinese));
    }

    @Test
    void anActionIsCalledByItsFirstSentence() {
        requireAction(action("Go through the bill.", "核对账单。"), "Go through the bill", "核对账单");
        requireAction(action("Offer 1.5 GB. No more!", "提供 1.5 GB。仅此而已。"), "Offer 1.5 GB", "提供 1.5 GB");
        requireAction(
                action("Ring, ask how the connection works in daily use and test the line from here.", "电".repeat(61)),
                "Ring, ask how the connection works in daily use and test…",
                "电".repeat(60) + "…");
    }

    @Test
    void whatNobodyNamedStaysACode() {
        CareNames names = CareNames.of(ReasonCatalogue.standard());

        assertThat(names.action("bill-review")).isEqualTo(LocalizedText.same("bill-review"));
        assertThat(names.reason("our-own-code")).isEqualTo(LocalizedText.same("our-own-code"));
        assertThat(names.reason("price").in(Language.ENGLISH)).isEqualTo("Price");
        for (LocalizedText unknown : new LocalizedText[] {names.action(""), names.reason(""), names.tier("")}) {
            assertThat(unknown).isEqualTo(LocalizedText.of("unknown", "未知"));
        }
    }

    @Test
    void nobodyReadsACodeOfTheRestOrOfTheLowestTier() {
        CareNames names = CareNames.of(ReasonCatalogue.standard());

        assertThat(names.tier("unprofitable")).isEqualTo(LocalizedText.of("D / low priority", "D / 低优先级"));
        assertThat(names.tier("key")).isEqualTo(LocalizedText.of("key", "关键客户"));
        assertThat(names.reason(ActionEffects.REST).in(Language.CHINESE)).doesNotContain("rest");
    }
}
