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
import java.util.stream.Collectors;
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

    /** Leavers of two lists, of whom some have no row on the second: they got care in the meantime. */
    private long leavers(boolean weighted) {
        String columns = Months.COLUMNS + (weighted ? "worth: {role: weight}\n" : "");
        List<String> lines = csv(true).lines().toList();
        String second = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1)[0])
                .distinct()
                .sorted()
                .skip(MONTHS - 2)
                .findFirst()
                .orElseThrow();
        String kept = lines.stream()
                .filter(line -> !(line.startsWith(second + ",") && line.contains(",c17")))
                .map(line -> weighted || !line.contains(",") ? line : line.substring(0, line.lastIndexOf(',')))
                .collect(Collectors.joining("\n", "", "\n"));
        TrainingTable table =
                Tables.load(Tables.write(folder, Tables.yaml("horizonDays: 30\nleadDays: 0\n", columns), kept));
        List<RollingOrigin> all = RollingOrigin.all(table, table.groups(), 30);
        List<RollingOrigin> lists = all.subList(all.size() - 3, all.size() - 1);
        assertThat(lists.get(1).begins()).hasToString(second);
        Contender contender = new Contender("even", "all alike");
        lists.forEach(list -> contender.add(new double[list.split().rows(Part.TEST).length]));
        List<LeaveDay> leaves = IntStream.range(170, CUSTOMERS)
                .mapToObj(customer ->
                        new LeaveDay("c" + customer, lists.get(1).begins().plusDays(5)))
                .toList();
        return new LeadTimes(table, lists, leaves, new EvaluationSettings(1, 200))
                .of(List.of(contender))
                .leavers();
    }

    @Test
    void whoGotCareBeforeLeavingIsNoLeaverWithoutCare() {
        assertThat(leavers(true)).isEqualTo(20);
        assertThat(leavers(false)).isEqualTo(30);
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
