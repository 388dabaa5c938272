package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.training.inspection.LeakSuspect.Sign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeakageCheckTest {
    private static final int ROWS = 4000;

    private final SimulatedTables simulated = new SimulatedTables(1);
    private final boolean[] left = new boolean[ROWS];

    LeakageCheckTest() {
        for (int row = 0; row < ROWS; row++) {
            left[row] = simulated.uniform() < .2;
        }
    }

    @Test
    void honestColumnsAreNotSuspected() {
        List<CheckedColumn> honest =
                new ArrayList<>(simulated.customers(ROWS, 10).checked());
        // Leavers stand two standard deviations higher: an AUC of .92, more than any honest column shows in practice.
        honest.add(numbers("strong", row -> simulated.normal() + (left[row] ? 2 : 0)));
        honest.add(levels("plan", row -> simulated.uniform() < (left[row] ? .8 : .02) ? 0 : 1 + simulated.below(3)));
        honest.add(numbers("gaps", row -> left[row] == simulated.uniform() < .8 ? Double.NaN : simulated.normal()));

        assertThat(suspects(honest)).isEmpty();
    }

    @Test
    void valuesSeenOnceOrTwiceTellNothing() {
        assertThat(suspects(List.of(levels("street", row -> row), levels("town", row -> simulated.below(ROWS / 3)))))
                .isEmpty();
    }

    @Test
    void aColumnThatIsTheLabelInOtherWordsIsAFunctionOfIt() {
        assertSign(levels("status", row -> left[row] ? 7 : 3), Sign.FUNCTION);
        assertSign(numbers("closed", row -> left[row] ? 1 : 0), Sign.FUNCTION);
    }

    @Test
    void reasonsOfLeavingGoWithLeaversOnly() {
        assertSign(levels("reason", row -> left[row] ? simulated.below(5) : -1), Sign.FUNCTION);
    }

    @Test
    void aValueOfManyRowsAllOfWhichLeftIsNamed() {
        String[] words = {"open", "moved", "closed"};
        CheckedColumn status = new CheckedColumn.Levels(
                "status",
                IntStream.range(0, ROWS)
                        .map(row -> left[row] && simulated.uniform() < .6 ? 2 : simulated.below(2))
                        .toArray(),
                code -> words[code]);

        LeakSuspect suspect = assertSign(status, Sign.ONE_CLASS_LEVEL);

        assertThat(suspect.evidence())
                .startsWith("Column 'status' is 'closed' in ")
                .containsPattern("all of which left, as do [12]\\d\\.\\d % of all\\.$");
    }

    @Test
    void aNumberThatOnlyThoseWhoStayedHaveIsNamed() {
        CheckedColumn bonus = numbers("bonus", row -> !left[row] && simulated.uniform() < .9 ? 0 : simulated.normal());

        assertThat(assertSign(bonus, Sign.ONE_CLASS_LEVEL).evidence()).contains("'bonus' is '0' in", "stayed");
    }

    @Test
    void aValueOfFewRowsOfOneClassIsNone() {
        assertThat(suspects(List.of(levels("rare", row -> left[row] && row % 100 == 0 ? 9 : simulated.below(3)))))
                .isEmpty();
    }

    @Test
    void aCellFilledInOnLeavingIsTellingByItsAbsence() {
        CheckedColumn survey = numbers(
                "exit_survey", row -> simulated.uniform() < (left[row] ? .97 : .02) ? simulated.normal() : Double.NaN);

        LeakSuspect suspect = assertSign(survey, Sign.MISSINGNESS);

        assertThat(suspect.evidence())
                .startsWith("Column 'exit_survey' is missing for ")
                .containsPattern("\\d\\.\\d % of those who left and 9\\d\\.\\d % of those who stayed\\.$");
    }

    @Test
    void aNumberThatNearlySeparatesIsSuspected() {
        LeakSuspect suspect =
                assertSign(numbers("final_balance", row -> simulated.normal() + (left[row] ? -4 : 0)), Sign.SEPARATES);

        assertThat(suspect.evidence())
                .startsWith("Column 'final_balance' alone")
                .contains("99.");
    }

    @Test
    void aNumberThatSeparatesInTheMiddleIsSuspected() {
        assertSign(
                numbers(
                        "code",
                        row -> left[row]
                                ? 5 + simulated.uniform()
                                : (row % 2 == 0 ? 4.5 : 6.5) * simulated.uniform() + (row % 2 == 0 ? 0 : 6)),
                Sign.SEPARATES);
    }

    @Test
    void wordsThatNearlySeparateAreSuspected() {
        assertSign(
                levels(
                        "last_letter",
                        row -> simulated.uniform() < .005 ? 99 : (left[row] ? 0 : 10) + simulated.below(9)),
                Sign.SEPARATES);
    }

    @Test
    void idsGivenInTheOrderOfLeavingPredict() {
        int[] place = {0};
        double[] ids = new double[ROWS];
        for (boolean outcome : new boolean[] {true, false}) {
            for (int row = 0; row < ROWS; row++) {
                if (left[row] == outcome) {
                    ids[row] = 100_000 + place[0]++;
                }
            }
        }

        LeakSuspect suspect = assertSign(new CheckedColumn.Numbers("customer_id", ids), Sign.IDENTIFIER);

        assertThat(suspect.evidence()).contains("tells rows apart, and yet");
    }

    @Test
    void otherIdsDoNot() {
        int[] order = simulated.order(ROWS);

        assertThat(suspects(List.of(numbers("customer_id", row -> order[row]), numbers("row", row -> row))))
                .isEmpty();
    }

    @Test
    void withFewOfAClassThereIsNothingToSay() {
        boolean[] nine = new boolean[ROWS];
        Arrays.fill(nine, 0, 9, true);

        assertThat(LeakageCheck.suspects(List.of(levels("copy", row -> nine[row] ? 1 : 0)), nine, 1))
                .isEmpty();
    }

    @Test
    void suspectsStandInTheOrderOfTheColumns() {
        List<LeakSuspect> suspects = suspects(List.of(
                levels("b", row -> left[row] ? 1 : 0),
                numbers("honest", row -> simulated.normal()),
                levels("a", row -> left[row] ? 1 : 0)));

        assertThat(suspects).extracting(LeakSuspect::column).containsExactly("b", "a");
    }

    @Test
    void ofALargeTableASampleIsLookedAt() {
        int rows = 600_000;
        boolean[] labels = new boolean[rows];
        double[] honest = new double[rows];
        int[] copy = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = simulated.uniform() < .02;
            honest[row] = simulated.normal() + (labels[row] ? 1 : 0);
            copy[row] = labels[row] ? 1 : 0;
        }

        List<LeakSuspect> suspects = LeakageCheck.suspects(
                List.of(new CheckedColumn.Numbers("honest", honest), new CheckedColumn.Levels("copy", copy)),
                labels,
                1);

        assertThat(suspects).extracting(LeakSuspect::column).containsExactly("copy");
    }

    private static CheckedColumn numbers(String name, IntToDoubleFunction value) {
        return new CheckedColumn.Numbers(
                name, IntStream.range(0, ROWS).mapToDouble(value).toArray());
    }

    private static CheckedColumn levels(String name, IntUnaryOperator code) {
        return new CheckedColumn.Levels(name, IntStream.range(0, ROWS).map(code).toArray());
    }

    private List<LeakSuspect> suspects(List<CheckedColumn> columns) {
        return LeakageCheck.suspects(columns, left, 1);
    }

    private LeakSuspect assertSign(CheckedColumn column, Sign sign) {
        List<LeakSuspect> suspects = suspects(List.of(column));
        assertThat(suspects).extracting(LeakSuspect::column).containsExactly(column.name());
        assertThat(suspects.get(0).sign()).isEqualTo(sign);
        return suspects.get(0);
    }
}
