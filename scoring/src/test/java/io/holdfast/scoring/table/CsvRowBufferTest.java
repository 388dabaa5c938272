package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CsvRowBufferTest {
    private static final String[] PARTS = {
        "",
        "=",
        "-",
        "+",
        "@",
        "7",
        "plain",
        "a,b",
        "\"",
        "\"\"",
        "line\nbreak",
        "客户",
        "\uFF1D",
        "\uFEFF",
        "\uD83D\uDE00",
        "."
    };

    private static String text(CsvRowBuffer buffer) {
        return new String(buffer.toByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void aCellOfPartsIsTheCellOfTheirTexts() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 20_000; round++) {
            CsvStyle style = round % 2 == 0 ? CsvStyle.spreadsheet() : CsvStyle.raw();
            CsvRowBuffer inParts = new CsvRowBuffer(style);
            CsvRowBuffer atOnce = new CsvRowBuffer(style);
            StringBuilder whole = new StringBuilder();
            inParts.cell("before");
            atOnce.cell("before");
            inParts.beginCell();
            for (int i = random.nextInt(5); i > 0; i--) {
                String part = PARTS[random.nextInt(PARTS.length)];
                whole.append(part);
                inParts.part(CsvPiece.of(part));
            }
            inParts.endCell();
            atOnce.cell(whole.toString());
            inParts.endRow();
            atOnce.endRow();

            assertThat(text(inParts)).isEqualTo(text(atOnce));
        }
    }

    @Test
    void aNumberAsAPartIsWrittenLikeAnyNumber() {
        for (double number : new double[] {0, -3, 29.85, 1e-5, -0.1, 1e300, 12_345_678.5}) {
            CsvRowBuffer buffer = new CsvRowBuffer(CsvStyle.spreadsheet());
            buffer.beginCell();
            buffer.part(CsvPiece.of("is "));
            buffer.part(number);
            buffer.endCell();

            assertThat(text(buffer)).isEqualTo("is " + NumberText.write(number));
        }
    }

    @Test
    void cellsCanBeTakenAndWrittenAgain() {
        CsvRowBuffer buffer = new CsvRowBuffer(CsvStyle.spreadsheet());
        buffer.cell("1");
        buffer.endRow();
        buffer.cell("2");
        int start = buffer.size();
        buffer.cell("a,b");
        buffer.empty();
        buffer.cell("=1+1");
        CsvCells cells = buffer.since(start);
        buffer.endRow();
        buffer.cell("3");
        buffer.cells(cells);
        buffer.endRow();

        assertThat(text(buffer)).isEqualTo("1\n2,\"a,b\",,'=1+1\n3,\"a,b\",,'=1+1\n");
    }

    @Test
    void theFirstCellOfARowCannotBeTaken() {
        CsvRowBuffer buffer = new CsvRowBuffer(CsvStyle.spreadsheet());
        buffer.cell("1");
        buffer.endRow();
        int start = buffer.size();
        buffer.cell("2");

        assertThatIllegalArgumentException().isThrownBy(() -> buffer.since(start));
    }

    @Test
    void bitsAreWrittenInHexadecimal() {
        CsvRowBuffer buffer = new CsvRowBuffer(CsvStyle.spreadsheet());
        buffer.cell("id");
        buffer.hexadecimal(0x0123456789abcdefL, -1);
        buffer.endRow();

        assertThat(text(buffer)).isEqualTo("id,0123456789abcdefffffffffffffffff\n");
    }
}
