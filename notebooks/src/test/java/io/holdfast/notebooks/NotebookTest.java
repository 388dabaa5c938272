package io.holdfast.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotebookTest {
    @BeforeAll
    static void plotsNeedFonts() {
        System.setProperty("java.awt.headless", "true");
        assumeTrue(canDrawText(), "the notebooks' plots need a font (package fontconfig): their cells are not run");
    }

    private static boolean canDrawText() {
        try {
            new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                    .createGraphics()
                    .getFontMetrics()
                    .stringWidth("text");
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length > 0;
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(""))) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("notebooks")
    void everyCellCompilesAndEndsWell(Path file) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            for (String cell : Notebook.read(file).codeCells()) {
                run(shell, cell);
            }
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("customers scored", "log-odds of the score");
    }

    /** What takes no training: that every cell is whole Java, and that what it imports is there. */
    @ParameterizedTest
    @MethodSource("notebooks")
    void everyCellIsWholeAndImportsWhatThereIs(Path file) throws IOException {
        int imports = 0;
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String cell : Notebook.read(file).codeCells()) {
                String rest = cell;
                while (!rest.isBlank()) {
                    SourceCodeAnalysis.CompletionInfo statement =
                            shell.sourceCodeAnalysis().analyzeCompletion(rest);
                    assertThat(statement.completeness().isComplete()).as(rest).isTrue();
                    if (statement.source().startsWith("import ")) {
                        run(shell, statement.source());
                        imports++;
                    }
                    rest = statement.remaining();
                }
            }
        }
        assertThat(imports).isPositive();
    }

    @Test
    void aFaultyCellIsNoticed() {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            assertThat(faults(shell, "int x = \"text\";")).isNotEmpty();
            assertThat(faults(shell, "throw new IllegalStateException(\"stop\");"))
                    .isNotEmpty();
            assertThat(faults(shell, "int y = 1;")).isEmpty();
        }
    }

    private static void run(JShell shell, String cell) {
        assertThat(faults(shell, cell)).as(cell).isEmpty();
    }

    private static List<String> faults(JShell shell, String cell) {
        String rest = cell;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo statement =
                    shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(statement.source())) {
                JShellException thrown = event.exception();
                if (thrown != null) {
                    return List.of(String.valueOf(thrown.getMessage()));
                }
                if (event.status() == Snippet.Status.REJECTED) {
                    return shell.diagnostics(event.snippet())
                            .map(diagnostic -> diagnostic.getMessage(null))
                            .toList();
                }
            }
            rest = statement.remaining();
        }
        return List.of();
    }
}
