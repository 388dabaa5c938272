package io.holdfast.serving.batch;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Customers of the tiny bundle, scored in a folder of the test's own. */
final class ScoredList {
    static final Instant SCORED_AT = Instant.parse("2026-02-03T04:05:06Z");
    static final String HEADER = "customer_id,tenure,monthly_charge,contract,support,paperless\n";

    /** Half of the customers are held out, so that both kinds of decisions occur in a short list. */
    static final Playbook PLAYBOOK = Playbook.read("playbook.yaml", """
            format: 1
            name: tiny-care
            contactThreshold: 0.3
            holdOut: {salt: test, share: 0.5}
            actions:
              - code: easier-contract
                reasons: [inconvenience]
                channel: phone
                priceAffecting: false
                text: {en: "Ring, and offer help.", zh-CN: "致电并提供帮助。"}
              - code: show-support
                reasons: [neglect]
                channel: message
                priceAffecting: false
                text: {en: "=Show the support", zh-CN: "介绍技术支持"}
            """.getBytes(StandardCharsets.UTF_8));

    private final Path folder;
    private final ModelBundle bundle;

    ScoredList(Path folder) {
        this(folder, TinyBundles.bundle());
    }

    ScoredList(Path folder, ModelBundle bundle) {
        this.folder = folder;
        this.bundle = bundle;
    }

    Path table() {
        return folder.resolve("customers.csv");
    }

    Path output() {
        return folder.resolve("scores.csv");
    }

    static BatchSettings settings() {
        return settings(OutputSettings.defaults(Language.ENGLISH));
    }

    static BatchSettings settings(OutputSettings output) {
        return BatchSettings.defaults(SCORED_AT, output)
                .withAsOf(TinyBundles.AS_OF)
                .withThreads(2);
    }

    /** Any values that occur, in an order that repeats nowhere. */
    static String customers(int count) {
        SplittableRandom random = new SplittableRandom(count);
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 1; i <= count; i++) {
            csv.append("C-").append(i).append(',');
            csv.append(random.nextInt(20) == 0 ? "" : random.nextInt(80)).append(',');
            csv.append(random.nextInt(18_00, 120_00) / 100.0).append(',');
            csv.append(random.nextBoolean() ? "monthly" : "yearly").append(',');
            csv.append(List.of("none", "basic", "premium", "gold").get(random.nextInt(4)))
                    .append(',');
            csv.append(random.nextBoolean() ? "yes" : "no").append('\n');
        }
        return csv.toString();
    }

    BatchSummary score(String csv, BatchSettings settings) throws TooManyRejectedException {
        return score(csv, settings, Optional.of(PLAYBOOK));
    }

    BatchSummary score(String csv, BatchSettings settings, Optional<Playbook> playbook)
            throws TooManyRejectedException {
        write(table(), csv);
        return new BatchScoring(bundle, playbook)
                .score(table(), TableFormat.csv(), output(), settings, Progress.SILENT);
    }

    /** The scored rows by column. */
    List<Map<String, String>> rows(String csv, BatchSettings settings) throws TooManyRejectedException {
        score(csv, settings);
        return rows();
    }

    List<Map<String, String>> rows() {
        List<Map<String, String>> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(output(), TableFormat.csv())) {
            while (reader.advance()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 0; column < reader.header().size(); column++) {
                    row.put(reader.header().get(column), reader.row().cell(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** The folder's files, hidden ones too. */
    List<String> files() {
        try (var entries = Files.list(folder)) {
            return entries.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        try {
            return Files.readString(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
