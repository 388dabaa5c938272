package io.holdfast.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.training.layout.DisplayWidth;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTableTest {
    private static ObjectNode item(String id, String customer, String action, double gain) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("itemId", id)
                .put("dueAt", "2026-02-03T00:00:00Z")
                .put("gain", gain)
                .put("customerId", customer)
                .put("team", "")
                .put("owner", "")
                .put("channel", "phone")
                .put("action", action)
                .put("status", "open")
                .putNull("claimedBy")
                .putNull("disposition")
                .putNull("note")
                .put("text", "Go through the bill.");
        return item;
    }

    @Test
    void alignsCharactersThatAreTwoColumnsWide() {
        List<JsonNode> items = List.of(item("i-1", "客户-张三", "bill-review", 7.5), item("i-2", "4711", "call", 1234.567));

        assertThat(WorkTable.lines(items, Language.ENGLISH))
                .containsExactly(
                        "item  due            gain  customer   channel  action       status  what to do",
                        "i-1   2026-02-03     7.50  客户-张三  phone    bill-review  open    Go through the bill.",
                        "i-2   2026-02-03  1234.57  4711       phone    call         open    Go through the bill.");
        assertThat(WorkTable.lines(items, Language.CHINESE).get(0))
                .startsWith("工作项  应办        预期收益  客户")
                .endsWith("做什么");
    }

    @Test
    void saysUntilWhenAnItemCanBeDoneAndWhichOneIsOverdue() {
        ObjectNode inTime = item("i-1", "4711", "call", 1);
        inTime.put("expiresAt", "2026-02-18T00:00:00Z").put("overdue", false);
        ObjectNode late = item("i-2", "4712", "call", 1);
        late.put("expiresAt", "2026-02-10T00:00:00Z").put("overdue", true);
        ObjectNode closed = item("i-3", "4713", "call", 1);
        closed.put("expiresAt", "2026-02-10T00:00:00Z").put("overdue", true).put("status", "closed");

        List<String> lines = WorkTable.lines(List.of(inTime, late, closed), Language.ENGLISH);

        assertThat(lines.get(0)).startsWith("item  due         before      late  gain");
        assertThat(lines.get(1)).startsWith("i-1   2026-02-03  2026-02-18        1.00");
        assertThat(lines.get(2)).startsWith("i-2   2026-02-03  2026-02-10  !     1.00");
        assertThat(lines.get(3)).startsWith("i-3   2026-02-03                    1.00");
        assertThat(WorkTable.lines(List.of(late), Language.CHINESE).get(0)).contains("截止", "逾期");
    }

    @Test
    void namesTheUnitBehindEverythingElse() {
        ObjectNode item = item("i-1", "4711", "call", 1);
        item.put("unitId", "L-2");

        List<String> lines = WorkTable.lines(List.of(item), Language.ENGLISH);

        assertThat(lines.get(0)).endsWith("what to do            unit");
        assertThat(lines.get(1)).endsWith("Go through the bill.  L-2");
        assertThat(WorkTable.lines(List.of(item), Language.CHINESE).get(0)).endsWith("业务");
    }

    @Test
    void showsWhatCameOfItAndShortensALongNote() {
        ObjectNode item = item("i-1", "4711", "call", 1);
        item.put("status", "closed")
                .put("claimedBy", "ann")
                .put("disposition", "accepted")
                .put("note", "很满意，".repeat(20) + "\n\tand a second line")
                .put("dueAt", "2026-02-03T09:30:00Z");
        item.putNull("gain");

        List<String> lines = WorkTable.lines(List.of(item), Language.ENGLISH);

        assertThat(lines.get(0)).contains("agent", "outcome", "note").doesNotContain("gain", "owner");
        assertThat(lines.get(1)).contains("2026-02-03 09:30Z", "ann", "accepted", "很满意，很满意", "…");
        assertThat(lines).hasSize(2).allMatch(line -> DisplayWidth.of(line) < 180);
    }

    @Test
    void cutsLongTextsInAListAndTellsThemWholeOfOneItem() {
        ObjectNode item = item("i-1", "4711", "call", 1);
        String text = "Ring, ask what matters in a contract, and explain the published terms. 说明公开的合约条款。";
        item.put("text", text);

        assertThat(WorkTable.lines(List.of(item), Language.ENGLISH).get(1))
                .endsWith("Ring, ask what matters in a contract,…");
        List<String> whole = WorkTable.lines(item, Language.ENGLISH, 60);
        assertThat(String.join(" ", whole.subList(3, whole.size()))).isEqualTo(text);
        assertThat(whole.get(2)).isEmpty();
        item.put("status", "closed");
        assertThat(WorkTable.lines(item, Language.ENGLISH, 60)).hasSize(2);
    }

    @Test
    void hasNoHeaderWithoutItems() {
        assertThat(WorkTable.lines(List.of(), Language.ENGLISH)).isEmpty();
    }
}
