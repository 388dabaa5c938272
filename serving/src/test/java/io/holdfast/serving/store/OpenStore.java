package io.holdfast.serving.store;

import static io.holdfast.serving.store.PlansOf.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty store for every test. */
abstract class OpenStore {
    @TempDir
    Path directory;

    Store store;

    /** Where a new one is; another one at every call. */
    abstract StoreLocation location();

    @BeforeEach
    void open() {
        store = Store.open(location());
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** What is known of a customer. */
    CustomerState look(String id) {
        return store.people().look(List.of(id), NOW).get(0);
    }

    /** The first work item of a customer. */
    WorkItem item(String customer) {
        return store.work().query(WorkQuery.all().ofCustomer(customer), NOW).get(0);
    }

    /** The code that a write is refused with. */
    static String refusal(Runnable write) {
        return catchThrowableOfType(WriteRefusedException.class, write::run).code();
    }

    /** A write is refused with this code, in words of both languages. */
    static void assertRefused(String code, Runnable write) {
        assertThatThrownBy(write::run)
                .asInstanceOf(type(WriteRefusedException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.text().in(Language.CHINESE)).contains("应为");
                    assertThat(refusal.text().in(Language.ENGLISH)).contains("expected:");
                });
    }
}
