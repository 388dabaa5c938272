package io.holdfast.training.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.fixture.Months;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.RollingOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadTimesTest {
    private static final int MONTHS = 6;
    private static final int CUSTOMERS = 200;

    @TempDir
    private Path folder;

    /** Every customer whose number is odd counts twice. */
    private static boolean isTwice(String id) {
        return (id.charAt(id.length() - 1) - '0') % 2 == 1;
    }

    private static String again(String id) {
        return "again" + id;
    }

    /** Rows of two weights, or the same rows as often as they weigh. */
    private static String csv(boolean weighted) {
        List<String> lines =
                new Months(CUSTOMERS, MONTHS, MONTHS, 3).csv().lines().toList();
        StringBuilder csv = new StringBuilder(lines.get(0)).append(weighted ? ",worth\n" : "\n");
        for (String line : lines.subList(1, lines.size())) {
            String id = line.split(",", -1)[1];
            csv.append(line).append(weighted ? isTwice(id) ? ",2\n" : ",1\n" : "\n");
            if (!weighted && isTwice(id)) {
                csv.append(line.replace("," + id + ",", "," + again(id) + ",")).append('\n');
            }
        }
        return csv.toString();
    }

    /** The list of the last month but one, by scores that two rows share only where one is the other again. */
    private LeadTime leadTime(boolean weighted) {
        String columns = Months.COLUMNS + (weighted ? "worth: {role: weight}\n" : "");
        TrainingTable table = Tables.load(
                Tables.write(folder, Tables.yaml("horizonDays: 30\nleadDays: 0\n", columns), csv(weighted)));
        List<RollingOrigin> all = RollingOrigin.all(table, table.groups(), 30);
        List<RollingOrigin> lists = all.subList(all.size() - 2, all.size() - 1);
        int[] test = lists.get(0).split().rows(Part.TEST);
        Contender contender = new Contender("number", "by number");
        contender.add(IntStream.of(test)
                .mapToDouble(row ->
                        Integer.parseInt(table.id(row).substring(table.id(row).indexOf('c') + 1)))
                .toArray());
        List<LeaveDay> leaves = new ArrayList<>();
        for (int customer = 170; customer < CUSTOMERS; customer++) {
            LeaveDay leave = new LeaveDay("c" + customer, lists.get(0).begins().plusDays(40));
            leaves.add(leave);
            if (!weighted && isTwice(leave.id())) {
                leaves.add(new LeaveDay(again(leave.id()), leave.day()));
            }
        }
        return new LeadTimes(table, lists, leaves, new EvaluationSettings(1, 200)).of(List.of(contender));
    }

    @Test
    void aCustomerOfWeightTwoIsTwoCustomers() {
        LeadTime one = leadTime(true);
        LeadTime other = leadTime(false);

        assertThat(one.leavers()).isEqualTo(30);
        assertThat(other.leavers()).isEqualTo(45);
        // The list has room for 15 of 300: customers 199 down to 190.
        assertThat(one.results().get(0).early().known().orElseThrow())
                .isCloseTo(15 / 45.0, within(1e-12))
                .isCloseTo(other.results().get(0).early().known().orElseThrow(), within(1e-12));
        assertThat(one.byLot()).isCloseTo(other.byLot(), within(1e-12)).isCloseTo(.05, within(1e-12));
    }
}
