package io.holdfast.serving.store;

import static io.holdfast.serving.store.PlansOf.NOW;
import static io.holdfast.serving.store.PlansOf.WRITING;
import static io.holdfast.serving.store.PlansOf.plan;
import static io.holdfast.serving.store.PlansOf.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is remembered of who was erased, whatever the database. */
abstract class ErasureContract extends OpenStore {
    private static final Instant SAID = NOW.minusSeconds(60);

    private void say(String customer, String purpose, String channel, boolean granted, Instant at) {
        store.contacts().consent(new Consent(customer, purpose, channel, granted, at, "crm"), WRITING);
    }

    private void object(String customer) {
        say(customer, Consent.PROFILING, Consent.ALL, false, SAID);
        store.people().erase(customer, WRITING);
    }

    /** One by one and for a list alike. */
    private boolean objects(String customer) {
        boolean objects = look(customer).objects();
        assertThat(store.people().objecting().contains(customer)).isEqualTo(objects);
        return objects;
    }

    @Test
    void keepsToObjections() {
        assertThat(objects("C-1")).isFalse();
        object("C-1");
        say("C-2", Consent.PROFILING, Consent.ALL, false, SAID);
        say("C-3", Consent.CARE, Consent.ALL, false, SAID);
        store.people().merge("old", "C-2", WRITING);

        assertThat(objects("C-1")).isTrue();
        assertThat(objects("C-2")).isTrue();
        assertThat(objects("old")).isTrue();
        assertThat(objects("C-3")).isFalse();
        store.people().erase("C-2", WRITING);
        store.people().erase("C-3", WRITING);
        assertThat(objects("C-2")).isTrue();
        assertThat(objects("old")).isTrue();
        assertThat(objects("C-3")).isFalse();
        store.people().merge("new", "old", WRITING);
        assertThat(objects("new")).isTrue();
    }

    @Test
    void takesWhatIsAgreedToLater() {
        object("C-1");
        say("C-2", Consent.CARE, Consent.ALL, false, SAID);
        say("C-2", Consent.CARE, "phone", false, SAID);
        store.people().erase("C-2", WRITING);

        say("C-1", Consent.PROFILING, Consent.ALL, true, SAID.minusSeconds(1));
        assertThat(objects("C-1")).as("said before").isTrue();
        say("C-1", Consent.PROFILING, Consent.ALL, true, SAID);
        assertThat(objects("C-1")).as("of one moment the refusal").isTrue();
        say("C-1", Consent.PROFILING, Consent.ALL, true, SAID.plusSeconds(1));
        assertThat(objects("C-1")).isFalse();

        say("C-2", Consent.CARE, Consent.ALL, true, NOW);
        assertThat(look("C-2").optedOut()).isFalse();
        assertThat(look("C-2").refusedChannels())
                .as("of this one nothing is said")
                .containsExactly("phone");
        say("C-2", Consent.CARE, "phone", true, NOW);
        assertThat(look("C-2").refusedChannels()).isEmpty();
        say("C-2", Consent.CARE, "phone", false, NOW.plusSeconds(1));
        assertThat(look("C-2").refusedChannels()).containsExactly("phone");
    }

    @Test
    void remembersNoLongerWhatTheyAgreedToBeforeTheyWereErasedAgain() {
        object("C-1");
        say("C-1", Consent.PROFILING, Consent.ALL, true, NOW);
        store.people().erase("C-1", WRITING);
        store.plans().keep(plan("plan-1", planned("d-1", "C-1")), WRITING);

        assertThat(objects("C-1")).isFalse();
        say("C-1", Consent.PROFILING, Consent.ALL, false, NOW.plusSeconds(1));
        store.people().erase("C-1", WRITING);
        say("C-1", Consent.PROFILING, Consent.ALL, true, NOW);
        assertThat(objects("C-1")).as("the refusal is the later one").isTrue();
    }
}
