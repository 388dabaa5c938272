package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
    private static String written(CsvStyle style, Consumer<CsvWriter> writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = CsvWriter.to(out, style)) {
            writing.accept(writer);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String cell(CsvStyle style, String text) {
        String line = written(style, writer -> {
            writer.cell(text);
            writer.whole(1);
            writer.endRow();
        });
        assertThat(line).endsWith(",1\n");
        return line.substring(0, line.length() - 3);
    }

    @Test
    void writesEveryKindOfCell() {
        String text = written(CsvStyle.raw(), writer -> {
            writer.exact("T0001");
            writer.cell("客户\uD83D\uDE00");
            writer.number(29.85);
            writer.number(3);
            writer.number(-0.0);
            writer.number(1e-5);
            writer.whole(Long.MIN_VALUE);
            writer.empty();
            writer.endRow();
            writer.empty();
            writer.empty();
            writer.endRow();
        });

        assertThat(text).isEqualTo("T0001,客户\uD83D\uDE00,29.85,3,0,1.0E-5,-9223372036854775808,\n,\n");
    }

    @Test
    void refusesANumberThatIsNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(CsvStyle.raw(), writer -> writer.number(Double.NaN)));
    }

    @Test
    void quotesOnlyWhatNeedsIt() {
        assertThat(cell(CsvStyle.raw(), "it's a b")).isEqualTo("it's a b");
        assertThat(cell(CsvStyle.raw(), "a,b")).isEqualTo("\"a,b\"");
        assertThat(cell(CsvStyle.raw(), "say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(cell(CsvStyle.raw(), "客,户")).isEqualTo("\"客,户\"");
        assertThat(cell(CsvStyle.raw(), "a\nb")).isEqualTo("\"a\nb\"");
        assertThat(cell(CsvStyle.raw(), "a\rb")).isEqualTo("\"a\rb\"");
    }

    @Test
    void showsARowOfOneEmptyCell() {
        assertThat(written(CsvStyle.raw(), writer -> {
                    writer.empty();
                    writer.endRow();
                    writer.cell("");
                    writer.endRow();
                    writer.cell("x");
                    writer.endRow();
                }))
                .isEqualTo("\"\"\n\"\"\nx\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+cmd",
                "-2+3+cmd",
                "@SUM(1)",
                "-",
                "+",
                "--1",
                "-1e5",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "-1 000",
                "+49 151 2345",
                "=",
                "-a"
            })
    void putsAnApostropheBeforeWhatASpreadsheetWouldRun(String text) {
        assertThat(cell(CsvStyle.spreadsheet(), text)).isEqualTo("'" + text);
        assertThat(cell(CsvStyle.raw(), text)).isEqualTo(text);
    }

    @Test
    void neutralisesTabAndLineBreaksAtTheStart() {
        assertThat(cell(CsvStyle.spreadsheet(), "\t=1")).isEqualTo("'\t=1");
        assertThat(cell(CsvStyle.spreadsheet(), "\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(cell(CsvStyle.spreadsheet(), "\n=1")).isEqualTo("\"'\n=1\"");
        assertThat(cell(CsvStyle.spreadsheet(), "=\"a,b\"")).isEqualTo("\"'=\"\"a,b\"\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+5", "-0.5", "5", "-1.2.3", "'=1", " =1", "a=1", "", "客户"})
    void leavesNumbersAndHarmlessTextAsTheyAre(String text) {
        assertThat(cell(CsvStyle.spreadsheet(), text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"=1", "-x", "+x", "@x", "'x"})
    void neverAltersAnId(String id) {
        assertThat(written(CsvStyle.spreadsheet(), writer -> {
                    writer.exact(id);
                    writer.endRow();
                }))
                .isEqualTo(id + "\n");
    }

    @Test
    void beginsWithAByteOrderMarkOnlyIfAsked() {
        assertThat(written(CsvStyle.spreadsheet().withByteOrderMark(), writer -> {
                    writer.cell("x");
                    writer.endRow();
                }))
                .isEqualTo("\uFEFFx\n");
        assertThat(written(CsvStyle.spreadsheet().withByteOrderMark(), writer -> {}))
                .isEqualTo("\uFEFF");
        assertThat(written(CsvStyle.spreadsheet(), writer -> {})).isEmpty();
    }

    @Test
    void refusesHalfACharacterRatherThanAlterIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(CsvStyle.raw(), writer -> writer.exact("a\uD83D")))
                .withMessageContaining("surrogate");
    }

    @Test
    void writesRowsRenderedElsewhereInTheirPlace() {
        CsvRowBuffer rendered = new CsvRowBuffer(CsvStyle.spreadsheet());
        rendered.exact("2");
        rendered.cell("=x");
        rendered.endRow();
        byte[] bytes = rendered.toByteArray();
        assertThat(rendered.size()).isEqualTo(bytes.length);

        String text = written(CsvStyle.spreadsheet(), writer -> {
            writer.exact("1");
            writer.cell("a");
            writer.endRow();
            writer.rows(rendered);
            writer.exact("3");
            writer.empty();
            writer.endRow();
        });

        assertThat(text).isEqualTo("1,a\n2,'=x\n3,\n");
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("2,'=x\n");
        assertThat(rendered.size()).isZero();
    }

    @Test
    void aBufferCanBeUsedAgain() {
        CsvRowBuffer buffer = new CsvRowBuffer(CsvStyle.raw());
        buffer.cell("half a row");
        buffer.clear();
        buffer.cell("x".repeat(5000));
        buffer.endRow();

        assertThat(new String(buffer.toByteArray(), StandardCharsets.UTF_8)).isEqualTo("x".repeat(5000) + "\n");
    }

    @Test
    void passesOnWhatTheStreamReports() {
        AtomicInteger closed = new AtomicInteger();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        CsvWriter writer = CsvWriter.to(full, CsvStyle.raw());
        writer.cell("x");
        writer.endRow();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(writer::close)
                .withMessageContaining("No space left");
        assertThat(closed).hasValue(1);
    }

    @Test
    void handsOverMuchTextWithoutLosingAny() {
        String text = written(CsvStyle.raw(), writer -> {
            for (int row = 0; row < 20_000; row++) {
                writer.whole(row);
                writer.cell("客户 " + row);
                writer.endRow();
            }
        });

        assertThat(text.lines()).hasSize(20_000).last().isEqualTo("19999,客户 19999");
    }
}
