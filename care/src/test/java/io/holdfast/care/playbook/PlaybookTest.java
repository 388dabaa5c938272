package io.holdfast.care.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.care.fixture.Customers;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.score.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaybookTest {
    /** Python 3.11 hashlib.sha256 over the bytes of PlaybookText.small(). */
    private static final String DIGEST = "db98d0a9524d1831fcf81ff6f5ed3267dc2da7b7ce69baf610dd8dfb6919684a";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsEverythingThatTheFileSays() {
        Playbook playbook = PlaybookText.small()
                .with("name: small", "name: small\njurisdiction: \"None: an example.\"")
                .with("share: 0, tiers: {key: 0}", "share: 0.05, tiers: {key: 0.02}")
                .read();

        assertThat(playbook.name()).isEqualTo("small");
        assertThat(playbook.jurisdiction()).isEqualTo("None: an example.");
        assertThat(playbook.contactThreshold()).isEqualTo(0.3);
        assertThat(playbook.holdOut()).isEqualTo(new HoldOutSettings("test-1", 0.05, Map.of(ValueTier.KEY, 0.02)));
        assertThat(playbook.tiers().rules())
                .containsExactly(
                        new ValueTierRule(ValueTier.KEY, 90),
                        new ValueTierRule(ValueTier.ORDINARY, 40),
                        new ValueTierRule(ValueTier.SMALL, Double.NEGATIVE_INFINITY));
        assertThat(playbook.actions())
                .extracting(CareAction::code)
                .containsExactly("visit", "bill-review", "bill-letter");
        assertThat(playbook.actions().get(1))
                .isEqualTo(new CareAction(
                        "bill-review",
                        List.of("price", "inconvenience"),
                        Set.of(ValueTier.KEY, ValueTier.ORDINARY),
                        Channel.PHONE,
                        false,
                        LocalizedText.of("Go through the bill.", "核对账单。")));
    }

    @Test
    void takesEveryChannel() {
        for (Channel channel : Channel.values()) {
            Playbook playbook = PlaybookText.small()
                    .with("channel: letter", "channel: " + channel.code())
                    .read();
            assertThat(playbook.actions().get(2).channel()).isEqualTo(channel);
        }
    }

    @Test
    void needsNoTiers() throws RefusedException {
        Playbook playbook = PlaybookText.small()
                .with(", tiers: {key: 0}", "")
                .with(PlaybookText.TIERS, "")
                .with("    tiers: [key]\n", "")
                .with("    tiers: [key, ordinary]\n", "")
                .with("reasons: [price, inconvenience]", "reasons: [inconvenience]")
                .read();

        assertThat(playbook.tiers().isEmpty()).isTrue();
        assertThat(playbook.tier(Customers.worth("c1", 500))).isEmpty();
    }

    @Test
    void cutsCustomersIntoTiersByTheirValue() throws RefusedException {
        Playbook playbook = PlaybookText.small().read();

        assertThat(playbook.tier(Customers.worth("c1", 90))).contains(ValueTier.KEY);
        assertThat(playbook.tier(Customers.worth("c2", 89.99))).contains(ValueTier.ORDINARY);
        assertThat(playbook.tier(Customers.worth("c3", -5))).contains(ValueTier.SMALL);
        assertThat(playbook.tier(Customers.ofUnknownWorth("c4"))).isEmpty();
    }

    @Test
    void readsTheSameFromAFileWithWindowsLineEndsAndByteOrderMark() throws IOException {
        Path file = folder.resolve("方案.yaml");
        Files.writeString(file, "\uFEFF" + PlaybookText.small().text().replace("\n", "\r\n"));

        assertThat(Playbook.read(file).actions())
                .isEqualTo(PlaybookText.small().read().actions());
    }

    @Test
    void hasTheDigestOfTheBytesThatWereRead() {
        Playbook playbook = PlaybookText.small().read();

        assertThat(playbook.digest()).isEqualTo(DIGEST);
        assertThat(PlaybookText.small().plus("# a comment\n").read().digest()).isNotEqualTo(DIGEST);
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> Playbook.read(folder.resolve("none.yaml")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.yaml: no such file");
    }

    @Test
    void acceptsReasonsThatExistAndCanBeAnswered() {
        PlaybookText.small().read().requireReasons(ReasonCatalogue.standard());
    }

    @Test
    void refusesAnUnknownReasonAndNamesTheNearest() {
        Playbook playbook = PlaybookText.small()
                .with("reasons: [price]", "reasons: [prise]")
                .read();

        assertThatThrownBy(() -> playbook.requireReasons(ReasonCatalogue.standard()))
                .isInstanceOfSatisfying(InputException.class, fault -> {
                    assertThat(fault.code()).isEqualTo("unknown_reason");
                    assertThat(fault)
                            .hasMessageStartingWith(
                                    "playbook.yaml line 23: action 'bill-letter' answers the unknown reason 'prise';")
                            .hasMessageEndingWith("did you mean 'price'?");
                });
    }

    @Test
    void refusesAReasonThatTheDatasetDeclaresUnanswerable() {
        Reason price = ReasonCatalogue.standard().reason("price");
        ReasonCatalogue fixedPrices = ReasonCatalogue.standard()
                .with(List.of(new Reason(
                        "price", false, price.side(), price.name(), price.raises(), price.lowers(), price.say())));

        assertThatThrownBy(() -> PlaybookText.small().read().requireReasons(fixedPrices))
                .isInstanceOfSatisfying(InputException.class, fault -> {
                    assertThat(fault.code()).isEqualTo("reason_not_actionable");
                    assertThat(fault).hasMessageStartingWith("playbook.yaml line 17: action 'bill-review'");
                });
    }

    @Test
    void fitsATableWithAValueColumnOnly() {
        Playbook playbook = PlaybookText.small().read();

        playbook.requireFits(Customers.table());
        assertThatThrownBy(() -> playbook.requireFits(Customers.tableWithoutValue()))
                .isInstanceOfSatisfying(InputException.class, fault -> {
                    assertThat(fault.code()).isEqualTo("no_value_column");
                    assertThat(fault).hasMessageContaining("no column of bills is the customer's value");
                });
    }

    @Test
    void writesTextsInBothLanguages() {
        CareAction action = PlaybookText.small().read().actions().get(0);

        assertThat(action.text().in(Language.ENGLISH)).isEqualTo("Visit.");
        assertThat(action.text().in(Language.CHINESE)).isEqualTo("上门。");
    }

    @Test
    void isForTheTiersItNamesAndForEverybodyIfItNamesNone() {
        List<CareAction> actions = PlaybookText.small().read().actions();
        CareAction review = actions.get(1);
        CareAction letter = actions.get(2);

        assertThat(review.answers("price", Optional.of(ValueTier.ORDINARY))).isTrue();
        assertThat(review.answers("inconvenience", Optional.of(ValueTier.KEY))).isTrue();
        assertThat(review.answers("neglect", Optional.of(ValueTier.KEY))).isFalse();
        assertThat(review.answers("price", Optional.of(ValueTier.SMALL))).isFalse();
        assertThat(review.answers("price", Optional.empty())).isFalse();
        assertThat(letter.answers("price", Optional.of(ValueTier.SMALL))).isTrue();
        assertThat(letter.answers("price", Optional.empty())).isTrue();
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = PlaybookText.small().text().replace("Visit.", "Visité").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Playbook.read(PlaybookText.SOURCE, latin))
                .isInstanceOfSatisfying(
                        InputException.class, fault -> assertThat(fault.code()).isEqualTo("not_utf8"));
    }
}
