package io.holdfast.serving.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.reason.Phrase;
import io.holdfast.scoring.table.CsvRowBuffer;
import io.holdfast.scoring.table.CsvStyle;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void aSentenceIsOneCellWhateverItIsMadeOf() {
        CsvRowBuffer out = new CsvRowBuffer(CsvStyle.spreadsheet());
        Sentences sentences = new Sentences(out);

        for (double months : new double[] {2, 0.5}) {
            out.beginCell();
            sentences.phrase(new Phrase(100, "合约 "));
            sentences.number(months);
            sentences.phrase(new Phrase(3, " months, "));
            sentences.single("\"new\"");
            out.endCell();
        }

        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("\"合约 2 months, \"\"new\"\"\",\"合约 0.5 months, \"\"new\"\"\"");
    }
}
