package io.holdfast.scoring.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.holdfast.scoring.model.proto.AdditiveModelProtos;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/bundle-format.md to what the code writes and refuses. */
class BundleDocumentTest {
    private static final Path SOURCES = Path.of("src/main/java/io/holdfast/scoring/bundle");
    private static final Pattern REFUSAL = Pattern.compile("new InputException\\(\\s*\"(\\w+)\"");

    private final String document = read(Path.of("../docs/bundle-format.md"));

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private void assertNamed(String name) {
        assertThat(document).contains("`" + name + "`");
    }

    @Test
    void namesEveryKeyOfTheManifestAndTheReference() {
        for (Class<?> type : new Class<?>[] {BundleManifest.class, ReferencePopulation.class, ColumnSummary.class}) {
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .forEach(this::assertNamed);
        }
    }

    @Test
    void namesEveryRequiredFile() {
        assertNamed(BundleManifest.FILE);
        BundleFile.REQUIRED.forEach(this::assertNamed);
        assertThat(document).contains("`" + BundleFile.NAME.pattern() + "`");
    }

    @Test
    void namesEveryFieldOfTheModelsMessages() {
        for (Descriptor message : AdditiveModelProtos.getDescriptor().getMessageTypes()) {
            if (message.getName().equals("FactProto")
                    || message.getName().equals("TermProto")
                    || message.getName().endsWith("CodingProto")
                    || message.getName().equals("AxisProto")) {
                // Told in the words of the field that holds them.
                continue;
            }
            assertNamed(message.getName());
            message.getFields().stream().map(FieldDescriptor::getName).forEach(this::assertNamed);
        }
    }

    @Test
    void namesEveryCodeOfARefusal() throws IOException {
        Set<String> codes;
        try (Stream<Path> files = Files.list(SOURCES)) {
            codes = files.flatMap(file -> REFUSAL.matcher(read(file)).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(codes).hasSizeGreaterThan(10);
        codes.forEach(this::assertNamed);
    }
}
