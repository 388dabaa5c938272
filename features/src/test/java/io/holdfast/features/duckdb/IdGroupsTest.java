package io.holdfast.features.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IdGroupsTest {
    @Test
    void joinsWhatIsTiedOverOthersAndNothingElse() {
        StringBuilder ties = new StringBuilder("('a', 'a'), ('x', 'y'), ('m', 'm')");
        for (int i = 0; i < 30; i++) {
            // A chain in neither order.
            ties.append(String.format(", ('n%02d', 'n%02d')", i * 7 % 31, (i + 1) * 7 % 31));
        }
        Map<String, String> roots = new TreeMap<>();
        try (Database database = Database.open(new DatabaseSettings(1, 256))) {
            database.run("CREATE TABLE id_map AS SELECT * FROM (VALUES " + ties + ") AS made (id, customer)");

            IdGroups.make(database);

            database.query(
                    "SELECT id, root FROM " + IdGroups.TABLE, row -> roots.put(row.getString(1), row.getString(2)));
        }
        assertThat(roots).hasSize(33).containsEntry("x", "x").containsEntry("y", "x");
        assertThat(roots.entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("n"))
                .hasSize(31)
                .allMatch(entry -> entry.getValue().equals("n00"));
    }
}
