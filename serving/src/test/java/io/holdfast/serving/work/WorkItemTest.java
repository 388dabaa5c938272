package io.holdfast.serving.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.dataset.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class WorkItemTest {
    private static WorkItem due(String at) {
        return new WorkItem(
                "w-1",
                "d-1",
                1,
                "C-1",
                "",
                "",
                "",
                false,
                "phone",
                "call",
                LocalizedText.same("Call."),
                OptionalDouble.empty(),
                WorkStatus.OPEN,
                Optional.empty(),
                0,
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                Instant.parse(at),
                Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void isOverdueOnlyWhenItsDayIsOverEverywhere() {
        WorkItem item = due("2026-02-03T00:00:00Z");

        assertThat(item.isOverdue(Instant.parse("2026-02-03T00:00:01Z"))).isFalse();
        assertThat(item.isOverdue(Instant.parse("2026-02-04T11:59:59Z"))).isFalse();
        assertThat(item.isOverdue(Instant.parse("2026-02-04T12:00:01Z"))).isTrue();
    }

    @Test
    void isOverdueAtOnceWhereAnHourWasArranged() {
        WorkItem item = due("2026-02-03T09:30:00Z");

        assertThat(item.isOverdue(Instant.parse("2026-02-03T09:30:00Z"))).isFalse();
        assertThat(item.isOverdue(Instant.parse("2026-02-03T09:30:01Z"))).isTrue();
    }
}
