package io.holdfast.features.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.fault.InputException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ContractModelTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 31);

    /** Of 1000 customers, those who are left after 0 to 7 years: Fader, Hardie (2007), table 1. */
    private static final int[] REGULAR = {1000, 631, 468, 382, 326, 289, 262, 241};

    private static final int[] HIGH_END = {1000, 869, 743, 653, 593, 551, 517, 491};

    /** Fader, Hardie (2007): a .704, b 1.182 and a .668, b 3.806; the digits and errors by scipy 1.17.1, Nelder-Mead. */
    @Test
    void findsThePublishedParameters() {
        Fitted<ShiftedBetaGeometric> regular = ContractFit.fit(contracts(REGULAR));
        Fitted<ShiftedBetaGeometric> highEnd = ContractFit.fit(contracts(HIGH_END));

        assertThat(regular.parameters().a()).isCloseTo(.70407727, within(1e-5));
        assertThat(regular.parameters().b()).isCloseTo(1.18204302, within(1e-5));
        assertThat(regular.fit().relativeError(0) * .70407727).isCloseTo(.06559895, within(1e-5));
        assertThat(regular.fit().logLikelihood()).isCloseTo(-1680.2651884632867, within(1e-6));
        assertThat(highEnd.parameters().a()).isCloseTo(.66808835, within(1e-5));
        assertThat(highEnd.parameters().b()).isCloseTo(3.80609486, within(1e-5));
        assertThat(highEnd.fit().converged()).isTrue();
        assertThat(highEnd.fit().remarks()).isEmpty();
    }

    /** mpmath 1.4.1: sums of quotients of rising factorials. */
    @Test
    void expectsTheRemainingLifeOfWhoStayedSoFar() {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(.668, 3.806);

        assertThat(model.survival(7)).isCloseTo(0.48894462089372576, within(1e-14));
        assertThat(model.remainingLife(3, 48, 0)).isCloseTo(19.900827518187775, within(1e-12));
        assertThat(model.remainingLife(3, 48, .01)).isCloseTo(16.555744367703692, within(1e-12));
        assertThat(model.remainingLife(3, 0, 0)).isZero();
    }

    @Test
    void learnsTheSameFromContractsSeenLateAsFromTheRenewalsThatWereSeen() {
        int[] once = {0, 0, 0, 1, 1, 2, 3, 3};
        ContractHistories whole = ContractHistories.of(
                new int[8], once, new boolean[] {true, true, false, true, false, false, true, false});
        ContractHistories cut = ContractHistories.of(
                new int[] {0, 0, 0, 1, 1, 2, 3, 3, 0, 0, 0, 0, 0},
                new int[] {0, 0, 0, 1, 1, 2, 3, 3, 1, 1, 2, 3, 3},
                new boolean[] {true, true, false, true, false, false, true, false, false, false, false, false, false});

        assertThat(ContractFit.fit(cut).parameters())
                .isEqualTo(ContractFit.fit(whole).parameters());
    }

    @Test
    void givesMarginOverTheRemainingLifeAndItsInterval() {
        ContractModel model = ContractModel.fit(AS_OF, contracts(HIGH_END));
        double[] life = model.remainingLife(AS_OF, new int[] {0, 5}, 12);

        assertThat(life[1]).isGreaterThan(life[0]);
        assertThat(model.expectedMargin(AS_OF, new int[] {0, 5}, new double[] {20, -3}, 12, 0))
                .containsExactly(20 * life[0], -3 * life[1]);
        Estimate estimate = model.estimate(AS_OF, 5, 12);
        assertThat(estimate.value()).isEqualTo(life[1]);
        assertThat(estimate.low()).isBetween(0.9 * life[1], life[1]);
        assertThat(estimate.high()).isBetween(life[1], 12.0);
    }

    @Test
    void comesBackFromJsonAsItWas() {
        ContractModel model = ContractModel.fit(AS_OF, contracts(REGULAR));

        assertThat(ContractModel.read("contracts.json", model.json())).isEqualTo(model);
    }

    @Test
    void refusesDatesBeforeItsFit() {
        ContractModel model = ContractModel.fit(AS_OF, contracts(REGULAR));

        assertThatThrownBy(() -> model.remainingLife(AS_OF.minusDays(1), new int[] {1}, 12))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "The value model was fitted as of 2026-01-31, after 2026-01-30: it knows what was not known then"
                                + " (expected: the same date or a later one).");
    }

    @Test
    void saysWhenNobodyLeft() {
        ContractHistories contracts = ContractHistories.of(new int[] {0}, new int[] {4}, new boolean[] {false});

        assertThatThrownBy(() -> ContractFit.fit(contracts))
                .isInstanceOf(InputException.class)
                .hasMessage("Contracts: 1, renewals: 4, ended: 0; how long contracts last cannot be estimated from that"
                        + " (expected: some renewals and some that ended).");
    }

    @Test
    void refusesFewerRenewalsThanBeforeItWasSeen() {
        assertThatThrownBy(() -> ContractHistories.of(new int[] {0, 3}, new int[] {1, 2}, new boolean[2]))
                .hasMessageStartingWith("Contract 2 has 2 renewals and was first seen after 3");
    }

    @Test
    void refusesADocumentOfAnotherFormat() {
        byte[] newer = new String(ContractModel.fit(AS_OF, contracts(REGULAR)).json(), StandardCharsets.UTF_8)
                .replace("\"formatVersion\": 0", "\"formatVersion\": 7")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ContractModel.read("contracts.json", newer))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("formatVersion: 7 (expected: 0");
    }

    private static ContractHistories contracts(int[] staying) {
        int[] renewals = new int[staying[0]];
        boolean[] left = new boolean[staying[0]];
        Arrays.fill(left, true);
        int years = staying.length - 1;
        for (int i = 0; i < renewals.length; i++) {
            int customer = i;
            renewals[i] = (int) IntStream.rangeClosed(1, years)
                    .filter(year -> customer < staying[year])
                    .count();
            left[i] = renewals[i] < years;
        }
        return ContractHistories.of(new int[renewals.length], renewals, left);
    }
}
