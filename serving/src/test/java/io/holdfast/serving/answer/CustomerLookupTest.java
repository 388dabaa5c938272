package io.holdfast.serving.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.score.CustomerRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerLookupTest {
    private static final String COLUMNS = """
              date: {role: date}
              tenure: {role: feature, kind: number}
              left: {role: label, kind: category, positive: "yes"}
            """;
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    @TempDir
    private Path folder;

    private Path table;

    @BeforeEach
    void write() throws IOException {
        table = Files.writeString(folder.resolve("history.csv"), """
                id,date,tenure
                C-1,2026-01-31,1
                C-2,2026-01-31,7
                C-1,2026-03-31,3
                C-1,2026-02-28,2
                C-2,2026-02-28,many
                """);
    }

    private CustomerRecord find(String columns, String id, Optional<LocalDate> asOf) {
        String yaml = "format: 1\nname: tiny\ntable: {path: t.csv}\nhorizonDays: 30\ncolumns:\n" + columns;
        DatasetDescription description = DatasetDescription.read("dataset.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return new CustomerLookup(description, asOf, TODAY).find(table, description.format(), id);
    }

    private CustomerRecord dated(String id, String asOf) {
        Optional<LocalDate> day = asOf.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(asOf));
        return find("  id: {role: id}\n" + COLUMNS, id, day);
    }

    private void refused(Runnable call, String code, String sentence) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(call::run)
                .withMessage(table + sentence)
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @Test
    void takesTheLatestOfSeveralDates() {
        CustomerRecord customer = dated("C-1", "");

        assertThat(customer.asOf()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(customer.number(0)).isEqualTo(3);
    }

    @Test
    void takesTheRowOfAStatedDate() {
        CustomerRecord customer = dated("C-1", "2026-02-28");

        assertThat(customer.asOf()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(customer.number(0)).isEqualTo(2);
    }

    @Test
    void tellsTheLatestDateWhereTheStatedOneIsNone() {
        refused(
                () -> dated("C-1", "2026-02-01"),
                "not_found",
                " has the customer 'C-1', but not as of 2026-02-01; the latest row is of 2026-03-31");
    }

    @Test
    void refusesTwoRowsOfOneDate() throws IOException {
        Files.writeString(table, Files.readString(table) + "C-1,2026-03-31,4\n");

        refused(
                () -> dated("C-1", ""),
                "duplicate_id",
                " has the customer 'C-1' in line 4 and in line 7; expected one");
    }

    @Test
    void tellsLineAndColumnOfWhatCannotBeRead() {
        refused(
                () -> dated("C-2", ""),
                "wrong_type",
                " line 6: column 'tenure' holds 'many' (expected: a number such as 12.5)");
    }

    @Test
    void namesCustomerAndDayOfWhoHasLeft() throws IOException {
        Files.writeString(table, "id,date,tenure,gone\nC-1,2026-01-31,1,2026-01-15\nC-2,2026-01-31,7,2026-02-15\n");
        String columns = "  id: {role: id}\n" + COLUMNS + "  gone: {role: departure}\n";

        assertThat(find(columns, "C-2", Optional.empty()).number(0)).isEqualTo(7);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> find(columns, "C-1", Optional.empty()))
                .withMessage(
                        "customer 'C-1' as of 2026-01-31: the customer had already left by the day of the values, so"
                                + " there is no risk to foresee (expected: customers who are still there)")
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("already_left"));
    }

    @Test
    void namesTheIdThatWasAskedFor() {
        refused(() -> dated("customer-4711", ""), "not_found", " has no customer 'customer-4711'");
    }

    @Test
    void withoutIdsARowIsCalledByItsNumber() {
        assertThat(find(COLUMNS, "2", Optional.empty()).number(0)).isEqualTo(7);
        refused(
                () -> find(COLUMNS, "C-1", Optional.empty()),
                "not_found",
                " has no ids, and no row with the number 'C-1'; expected the number of a row, 1 to 5");
    }
}
