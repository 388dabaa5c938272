package io.holdfast.serving.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.serving.answer.CustomerQuery;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ScoreRequestReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);

    private final ScoreRequestReader reader =
            new ScoreRequestReader(TinyBundles.bundle().description());

    private List<CustomerQuery> read(String json) throws MalformedRequestException {
        return reader.read(json.getBytes(StandardCharsets.UTF_8)).queries(new Knowledge(TODAY, Optional.empty()));
    }

    private CustomerRecord record(String customer) throws MalformedRequestException {
        CustomerQuery query = read("{\"customers\": [" + customer + "]}").get(0);
        assertThat(query).isInstanceOf(CustomerQuery.Legible.class);
        return ((CustomerQuery.Legible) query).units().get(0);
    }

    @Test
    void readsACustomerWhateverTheOrderOfItsFields() throws MalformedRequestException {
        CustomerRecord record = record("""
                {"features": {"paperless": false, "support": "basic", "monthly_charge": 45.5, "tenure": null},
                 "asOf": "2026-01-31", "customerId": "A"}""");

        assertThat(record.id()).isEqualTo("A");
        assertThat(record.asOf()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(record.has(TinyBundles.TENURE)).isFalse();
        assertThat(record.number(TinyBundles.MONTHLY_CHARGE)).isEqualTo(45.5);
        assertThat(record.value()).hasValue(45.5);
        assertThat(record.has(TinyBundles.CONTRACT)).isFalse();
        assertThat(record.level(TinyBundles.SUPPORT)).isEqualTo("basic");
        assertThat(record.level(TinyBundles.PAPERLESS)).isEqualTo("false");
    }

    @Test
    void readsOptionsThatStandBehindTheCustomers() throws MalformedRequestException {
        ScoreRequest request = reader.read("""
                {"customers": [{"customerId": "A", "features": {"tenure": 1}}],
                 "options": {"reasons": 0, "protectors": 10, "language": "de", "asOf": "2026-01-15"}}""".getBytes(StandardCharsets.UTF_8));

        assertThat(request.options().reasons()).isZero();
        assertThat(request.options().protectors()).isEqualTo(10);
        assertThat(request.options().language()).contains("de");
        assertThat(((CustomerQuery.Legible) request.queries(new Knowledge(TODAY, Optional.empty()))
                                .get(0))
                        .units()
                        .get(0)
                        .asOf())
                .isEqualTo(LocalDate.of(2026, 1, 15));
    }

    @Test
    void readsNumbersToTheSameBitsAsTables() throws MalformedRequestException {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 5000; round++) {
            String text = text(random);
            CustomerRecord record = record("{\"customerId\": \"A\", \"features\": {\"tenure\": " + text + "}}");
            assertThat(record.number(TinyBundles.TENURE)).as(text).isEqualTo(NumberText.parse(text) + 0.0);
        }
    }

    /** A number as JSON writes it, of any length up to 40 digits and any size that a double can hold. */
    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
        text.append(1 + random.nextInt(9));
        digits(text, random, random.nextInt(25));
        if (random.nextBoolean()) {
            text.append('.');
            digits(text, random, 1 + random.nextInt(15));
        }
        if (random.nextBoolean()) {
            text.append(random.nextBoolean() ? "e" : "E+").append(random.nextInt(280));
        } else if (random.nextBoolean()) {
            text.append("e-").append(random.nextInt(340));
        }
        return text.toString();
    }

    private static void digits(StringBuilder text, SplittableRandom random, int count) {
        for (int i = 0; i < count; i++) {
            text.append(random.nextInt(10));
        }
    }

    @Test
    void allowsForATodayThatIsTomorrowHere() throws MalformedRequestException {
        String customer = "{\"customerId\": \"A\", \"asOf\": \"%s\", \"features\": {\"tenure\": 1}}";

        assertThat(record(customer.formatted("2026-02-02")).asOf()).isEqualTo(LocalDate.of(2026, 2, 2));
        assertThat(read("{\"customers\": [" + customer.formatted("2026-02-03") + "]}")
                        .get(0))
                .isInstanceOf(CustomerQuery.Illegible.class);
    }

    @Test
    void survivesEveryCutAndEveryChangedByte() {
        byte[] good = """
                {"customers": [{"customerId": "客", "features": {"tenure": 1.5, "contract": "yearly", "paperless": true}}],\
                "options": {"reasons": 3, "language": "en"}}""".getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> reader.read(cut)).isInstanceOf(MalformedRequestException.class);
        }
        SplittableRandom random = new SplittableRandom(13);
        for (int at = 0; at < good.length; at++) {
            for (int change = 0; change < 20; change++) {
                byte[] changed = good.clone();
                changed[at] = (byte) random.nextInt(256);
                readOrRefuse(changed);
            }
        }
    }

    /** Anything but a request or a verdict fails the test. */
    private void readOrRefuse(byte[] body) {
        try {
            assertThat(reader.read(body).queries(new Knowledge(TODAY, Optional.empty())))
                    .isNotEmpty();
        } catch (MalformedRequestException e) {
            assertThat(e.detail().in(Language.ENGLISH)).endsWith(").");
            assertThat(e.detail().in(Language.CHINESE)).endsWith("）。");
        }
    }
}
