package io.holdfast.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A notebook as far as its code goes. */
record Notebook(Path file, List<String> codeCells) {
    /** What the kernel's own commands begin with; the tests have the class path already. */
    private static final String MAGIC = "%";

    static Notebook read(Path file) throws IOException {
        JsonNode notebook = new ObjectMapper().readTree(file.toFile());
        List<String> cells = new ArrayList<>();
        for (JsonNode cell : notebook.get("cells")) {
            if (cell.get("cell_type").textValue().equals("code")) {
                StringBuilder source = new StringBuilder();
                cell.get("source").forEach(line -> source.append(line.textValue()));
                cells.add(source.toString()
                        .lines()
                        .filter(line -> !line.startsWith(MAGIC))
                        .collect(Collectors.joining("\n")));
            }
        }
        return new Notebook(file, cells);
    }
}
