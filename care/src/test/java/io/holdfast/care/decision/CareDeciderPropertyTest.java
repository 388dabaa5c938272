package io.holdfast.care.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.fixture.Customers;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.care.fixture.Rankings;
import io.holdfast.care.playbook.CareAction;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.ValueTier;
import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.reason.RankedReason;
import io.holdfast.scoring.reason.ReasonRanking;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.RefusedException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every customer, tried on customers drawn by chance with a fixed seed. */
final class CareDeciderPropertyTest {
    private static final int CUSTOMERS = 20_000;

    private final Random random = new Random(20260301);
    private final PlaybookText text =
            PlaybookText.small().with("share: 0, tiers: {key: 0}", "share: 0.3, tiers: {key: 0.1}");
    private final Playbook playbook = text.read();
    private final CareDecider decider = new CareDecider(playbook);
    private final CareDecider withoutHoldOut =
            new CareDecider(PlaybookText.small().read());

    @Test
    void theHoldOutChangesNothingButWhoIsServed() throws RefusedException {
        int withheld = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            CustomerRecord customer = customer(i);
            double probability = random.nextDouble();
            ReasonRanking ranking = ranking();

            CareDecision decision = decider.decide(customer, probability, ranking);
            CareDecision chosen = withoutHoldOut.decide(customer, probability, ranking);

            assertThat(decision.action()).isEqualTo(chosen.action());
            assertThat(decision.cause()).isEqualTo(chosen.cause());
            assertThat(decision).isEqualTo(decider.decide(customer, probability, ranking));
            if (decision.status() == CareStatus.WITHHELD) {
                withheld++;
                assertThat(chosen.status()).isEqualTo(CareStatus.RECOMMENDED);
            } else {
                assertThat(decision).isEqualTo(chosen);
            }
        }
        assertThat(withheld).isGreaterThan(CUSTOMERS / 100);
    }

    @Test
    void everyActionAnswersTheLeadingReasonOfACustomerOfItsTierAtRisk() throws RefusedException {
        int chosen = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            CustomerRecord customer = customer(i);
            double probability = random.nextDouble();
            ReasonRanking ranking = ranking();
            Optional<RankedReason> leading = ranking.leadingActionable();
            Optional<ValueTier> tier = playbook.tier(customer);

            Optional<CareAction> action =
                    decider.decide(customer, probability, ranking).action();

            Stream<CareAction> candidates = leading.isPresent() && probability >= playbook.contactThreshold()
                    ? playbook.actions().stream()
                    : Stream.empty();
            assertThat(action)
                    .isEqualTo(candidates
                            .filter(candidate -> candidate
                                    .reasons()
                                    .contains(leading.orElseThrow().reason().code()))
                            .filter(candidate -> candidate.tiers().isEmpty()
                                    || (tier.isPresent() && candidate.tiers().contains(tier.get())))
                            .findFirst());
            chosen += action.isPresent() ? 1 : 0;
        }
        assertThat(chosen).isBetween(CUSTOMERS / 20, CUSTOMERS / 2);
    }

    private CustomerRecord customer(int number) throws RefusedException {
        String id = "C" + number;
        return random.nextInt(5) == 0 ? Customers.ofUnknownWorth(id) : Customers.worth(id, random.nextInt(130));
    }

    private ReasonRanking ranking() {
        List<String> codes =
                ReasonCatalogue.standard().reasons().stream().map(Reason::code).collect(Collectors.toList());
        Collections.shuffle(codes, random);
        return Rankings.raising(codes.subList(0, random.nextInt(4)).toArray(String[]::new));
    }
}
