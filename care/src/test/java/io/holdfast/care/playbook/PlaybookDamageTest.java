package io.holdfast.care.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Playbooks damaged by chance, with a fixed seed: each is read, or refused with a sentence. */
final class PlaybookDamageTest {
    private static final int PLAYBOOKS = 2_000;
    private static final String CHARACTERS = "{}[]:,-#\"' \t\n0.xé键&*!|>%@`~?";

    private final Random random = new Random(20260302);

    @Test
    void damagedLinesAreReadOrRefusedWithASentence() {
        int refused = 0;
        for (int i = 0; i < PLAYBOOKS; i++) {
            List<String> lines =
                    new ArrayList<>(Arrays.asList(PlaybookText.small().text().split("\n")));
            int at = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
                case 2 -> lines.set(at, lines.get(random.nextInt(lines.size())));
                default -> lines.set(at, " ".repeat(random.nextInt(5)) + lines.get(at));
            }
            refused += isRefused(String.join("\n", lines) + "\n") ? 1 : 0;
        }
        assertThat(refused).isBetween(PLAYBOOKS / 2, PLAYBOOKS - 1);
    }

    @Test
    void damagedCharactersAreReadOrRefusedWithASentence() {
        int refused = 0;
        for (int i = 0; i < PLAYBOOKS; i++) {
            StringBuilder text = new StringBuilder(PlaybookText.small().text());
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                int at = random.nextInt(text.length());
                char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
                if (random.nextBoolean()) {
                    text.setCharAt(at, character);
                } else {
                    text.insert(at, character);
                }
            }
            refused += isRefused(text.toString()) ? 1 : 0;
        }
        assertThat(refused).isBetween(PLAYBOOKS / 4, PLAYBOOKS - 1);
    }

    private static boolean isRefused(String text) {
        try {
            assertThat(new PlaybookText(text).read().actions()).as(text).isNotEmpty();
            return false;
        } catch (InputException fault) {
            assertThat(fault)
                    .as(text)
                    .hasMessageStartingWith("playbook.yaml")
                    .hasMessageNotContainingAny("Exception", "null", "io.holdfast", "\n");
            return true;
        }
    }
}
