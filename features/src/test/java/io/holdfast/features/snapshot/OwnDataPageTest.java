package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.features.fixture.HistoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history that docs/own-data.md shows is one, and gives what the page says of it. */
class OwnDataPageTest {
    private static final Pattern FILE = Pattern.compile("(?m)^`([a-z]+\\.(?:csv|yaml))`\\n```[a-z]+\\n([^`]+)```");

    @TempDir
    private Path folder;

    @Test
    void theHistoryOfThePageGivesWhatItSays() throws IOException {
        HistoryFolder history = new HistoryFolder(folder);
        Matcher files = FILE.matcher(Files.readString(Path.of("../docs/own-data.md")));
        int found = 0;
        while (files.find()) {
            history.with(files.group(1), List.of(files.group(2).split("\n", -1)));
            found++;
        }

        assertThat(found).isEqualTo(4);
        assertThat(history.row("2025-02-15", "C1"))
                .containsEntry("purchase_amount_90d", "67.5")
                .containsEntry("plan", "basic")
                .containsEntry("region", "north");
        assertThat(history.row("2025-02-15", "C3")).containsEntry("purchase_count_90d", "1");
        assertThat(history.row("2025-02-15", "C2")).containsEntry("purchase_count_90d", "1");
        assertThat(history.row("2025-03-01", "C1")).containsEntry("plan", "plus");
        assertThat(history.row("2025-03-01", "C2")).containsEntry("purchase_count_90d", "2");
        assertThat(history.features("2025-03-01")).noneMatch(line -> line.startsWith("2025-03-01,C3,"));
    }

    /** A file exported at the end of January holds what changed in January, and may not be dated with its beginning. */
    @Test
    void theFilesOfWideAttributesAreDatedWithTheDayOfTheirExport() throws IOException {
        String page = Files.readString(Path.of("../docs/own-data.md"));
        String snippet = page.substring(page.indexOf("```python"), page.indexOf(".to_csv(\"attributes.csv\""));

        assertThat(snippet)
                .contains("read_csv(f\"customers-{day}.csv\"", ".assign(valid_from=day) for day in exported")
                .containsPattern("exported = \\[\"2025-01-31\", ")
                .doesNotContain("-01\"");
    }
}
