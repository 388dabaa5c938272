package io.holdfast.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fault.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps docs/dataset-description.md true. */
class DescriptionDocumentTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static String document() throws IOException {
        return Files.readString(Path.of("..", "docs", "dataset-description.md"));
    }

    private static List<String> examples() throws IOException {
        return EXAMPLE.matcher(document())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void showsDescriptionsThatCanBeRead() throws IOException {
        List<DatasetDescription> described =
                examples().stream().map(Descriptions::read).toList();

        assertThat(described).map(DatasetDescription::name).containsExactly("small-shop", "telco-monthly");
        assertThat(described.get(1).columns()).map(Column::role).contains(ColumnRole.values());
        assertThat(described.get(1).column("roaming_pack").orElseThrow().levelName("是", Language.CHINESE))
                .isEqualTo("已订购");
    }

    @Test
    void listsEveryKeyOfTheFileAndOfAColumn() throws IOException {
        String document = document();
        String file = Faults.of(() -> Descriptions.with("unheard: x\n")).getMessage();
        String column = Faults.of(() -> Descriptions.column("{role: feature, kind: flag, unheard: x}"))
                .getMessage();

        for (String refusal : List.of(file, column)) {
            String known = refusal.replaceAll(".*; known are ", "");
            assertThat(known.split(", "))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(key -> assertThat(document).contains("| `" + key + "` |"));
        }
        ReasonCatalogue.standard()
                .reasons()
                .forEach(reason -> assertThat(document).contains("`" + reason.code() + "`"));
    }
}
