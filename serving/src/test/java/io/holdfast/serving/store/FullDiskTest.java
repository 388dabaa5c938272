package io.holdfast.serving.store;

import static io.holdfast.serving.store.ContactsOf.contact;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk takes nothing more, and loses nothing of what it had taken. */
final class FullDiskTest {
    @TempDir
    Path directory;

    @Test
    void losesNothingAndGoesOnWhenThereIsRoomAgain() {
        StoreLocation location = TestDatabase.sqlite(directory);
        List<String> acknowledged = new ArrayList<>();
        try (Store store = Store.open(location)) {
            add(store, "before", acknowledged);
            FullDisk.fill(store);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 500; i++) {
                            add(store, "while-" + i, acknowledged);
                        }
                    })
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(acknowledged).hasSizeLessThan(500);
            assertThat(store.contacts().of("C-1"))
                    .extracting(Contact::contactId)
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
            // The connection that failed was thrown away, and its limit with it: there is room again.
            add(store, "after", acknowledged);
        }
        try (Store store = Store.open(location)) {
            assertThat(store.contacts().of("C-1"))
                    .extracting(Contact::contactId)
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(store.audit().verify().isWhole()).isTrue();
            assertThat(store.audit().verify().entries()).isEqualTo(acknowledged.size());
        }
    }

    @Test
    void takesAPieceOfOutcomesWholeOrNotAtAll() {
        List<String> acknowledged = new ArrayList<>();
        try (Store store = Store.open(TestDatabase.sqlite(directory))) {
            FullDisk.fill(store);
            assertThatThrownBy(() -> {
                        for (int piece = 0; piece < 200; piece++) {
                            List<Outcome> outcomes = KilledReporter.outcomes(piece);
                            store.outcomes().addAll(outcomes, WRITING);
                            outcomes.forEach(outcome -> acknowledged.add(outcome.outcomeId()));
                        }
                    })
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(store.outcomes().of("C-1"))
                    .extracting(Outcome::outcomeId)
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
            // There is room again: the same list from its beginning comes to every outcome once.
            for (int piece = 0; piece < 20; piece++) {
                assertThat(store.outcomes().addAll(KilledReporter.outcomes(piece), WRITING))
                        .allMatch(receipt -> receipt.refusal().isEmpty());
            }
            assertThat(store.outcomes().of("C-1"))
                    .extracting(Outcome::outcomeId)
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThanOrEqualTo(20 * KilledReporter.PIECE);
            assertThat(store.audit().verify().isWhole()).isTrue();
        }
    }

    private static void add(Store store, String id, List<String> acknowledged) {
        store.contacts().add(contact(id, "C-1", "x".repeat(4000)), WRITING);
        acknowledged.add(id);
    }
}
