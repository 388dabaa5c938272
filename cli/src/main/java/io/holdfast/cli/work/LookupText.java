package io.holdfast.cli.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.training.layout.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a store answers about one customer, as lines for whoever is about to talk to them. */
public final class LookupText {
    private static final int LABEL = 11;
    private static final int NARROWEST = 30;

    private final JsonNode customer;
    private final boolean chinese;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private LookupText(JsonNode customer, Language language, int width) {
        this.customer = customer;
        this.chinese = switch (language) {
            case ENGLISH -> false;
            case CHINESE -> true;
        };
        this.width = width;
    }

    /**
     * The lines.
     *
     * @param customer one result of {@code POST /v1/care:lookup}
     * @param width columns of a line
     */
    public static List<String> lines(JsonNode customer, Language language, int width) {
        return new LookupText(customer, language, width).all();
    }

    private List<String> all() {
        String asked = text(customer, "customerId");
        String current = text(customer, "currentId");
        lines.add(say("Customer ", "客户 ")
                + asked
                + (asked.equals(current) ? "" : say(", now known as ", "，现编号 ") + current));
        line("Care", "关怀", care());
        customer.path("say").forEach(question -> line("Ask", "可以问", "“" + text(question, "text") + "”"));
        if (!isOptedOut()) {
            customer.path("explanation").forEach(part -> line("Why", "依据", text(part, "text")));
        }
        line("Consent", "意愿", consent());
        if (!customer.path("wrongChannels").isEmpty()) {
            line(
                    "Reach",
                    "联系方式",
                    say("the number or address is another's, as an agent found out: ", "号码或地址有误（经办人报告）：")
                            + channels("wrongChannels"));
        }
        line("Measured", "衡量", measured());
        JsonNode work = customer.path("work");
        if (!work.isNull()) {
            line("Work", "工作项", new WorkWords(work, chinese).sentence());
        }
        JsonNode contact = customer.path("lastContact");
        if (!contact.isNull()) {
            line("Contact", "最近联系", contact(contact));
        }
        return lines;
    }

    private String care() {
        JsonNode care = customer.path("care");
        String until = Moments.shown(care.path("expiresAt"));
        return switch (care.path("status").asText()) {
            case "recommended" -> recommended(care, until);
            case "withheld" ->
                say(
                                "nothing; held out by lot, so that the effect of care can be measured, until ",
                                "无；抽签列入对照组，以便衡量关怀效果，至 ")
                        + until
                        + say(". Whoever calls or complains is served as ever.", "。客户来电或投诉时照常服务。");
            case "none" -> none(care, until);
            default -> over(care.path("cause").asText(""));
        };
    }

    private String recommended(JsonNode care, String until) {
        return text(care, "text")
                + say(" (", "（")
                + text(care, "action")
                + say(", by ", "，渠道：")
                + channel(text(care, "channel"))
                + say("); due ", "）；应于 ")
                + Moments.shown(care.path("dueAt"))
                + say(", and before ", " 执行，须早于 ")
                + until;
    }

    private String none(JsonNode care, String until) {
        if (isOptedOut()) {
            return say("nothing, whatever was decided: the customer refused it", "无：客户已拒绝，此前的决定不再执行");
        }
        if (text(care, "cause").equals("wrong_number")) {
            return say("nothing: the number or address of the channel is another's", "无：该渠道的号码或地址有误");
        }
        if (text(care, "cause").equals("profiling_objection")) {
            return say("nothing, whatever was decided: the customer objects to being profiled", "无：客户反对画像分析，此前的决定不再执行");
        }
        if (text(care, "cause").equals("already_left")) {
            return say("nothing: the customer has left", "无：该客户已流失");
        }
        if (text(care, "cause").equals("unit_left")) {
            return say("nothing: ", "无：")
                    + text(care, "unitId")
                    + say(
                            " has left, and no care is decided for whatever else the customer has",
                            " 已流失，该客户的其他业务尚无关怀安排");
        }
        if (text(care, "cause").equals("returned")) {
            return say("nothing: who was to be won back is there again", "无：原计划赢回的客户或业务已恢复");
        }
        return say("nothing is to be done (", "无需行动（")
                + text(care, "cause")
                + say("), decided until ", "），决定有效期至 ")
                + until;
    }

    private boolean isOptedOut() {
        return customer.path("care").path("cause").asText("").equals("opted_out");
    }

    private String over(String cause) {
        return switch (cause) {
            case "done" -> say("over; nothing more is due", "已结束，暂无待办");
            case "overridden" ->
                say(
                        "nothing is due; instead of what was decided last, or of its rest, something else or nothing was done",
                        "暂无待办；上次决定（或其剩余步骤）未执行，改为其他做法或不做");
            case "expired" ->
                say("nothing is due; what was decided last was not done in its time", "暂无待办；上次决定的关怀逾期未执行");
            default -> say("nothing is decided; no plan has care for this customer", "尚无决定：没有计划为该客户安排关怀");
        };
    }

    private String consent() {
        List<String> refused = new ArrayList<>();
        if (customer.path("optedOut").asBoolean()) {
            refused.add(say("wants no care at all", "拒绝一切关怀"));
        }
        if (!customer.path("refusedChannels").isEmpty()) {
            refused.add(say("wants no care by ", "拒绝以下渠道：") + channels("refusedChannels"));
        }
        if (customer.path("objects").asBoolean()) {
            refused.add(say("objects to being profiled", "反对画像分析"));
        }
        if (refused.isEmpty() && isOptedOut()) {
            refused.add(say(
                    "wanted no contact when the plan was made, by its table of customers or by what was noted then; no refusal is noted now",
                    "制定计划时（据客户表或当时登记）已拒绝联系；目前未登记拒绝"));
        }
        return refused.isEmpty() ? say("nothing is refused", "没有拒绝任何联系") : String.join(say("; ", "；"), refused);
    }

    private String channels(String field) {
        return StreamSupport.stream(customer.path(field).spliterator(), false)
                .map(JsonNode::asText)
                .map(this::channel)
                .collect(Collectors.joining(say(", ", "、")));
    }

    private String measured() {
        JsonNode side = customer.path("holdOut");
        if (side.isNull()) {
            return say("on no side for good yet", "尚未固定分组");
        }
        String since = say(", since ", "，自 ") + Moments.shown(side.path("since"));
        if (side.path("mixed").asBoolean()) {
            return say("on neither side: two ids of different sides were merged", "不计入任何一组：合并的两个编号曾分属两组");
        }
        return (side.path("arm").asText().equals("treated")
                        ? say("among those who may get care", "执行组")
                        : say("held out, for good", "对照组（长期）"))
                + since;
    }

    private String contact(JsonNode contact) {
        String direction = contact.path("direction").asText().equals("inbound")
                ? say("the customer got in touch", "客户主动联系")
                : say("the company got in touch", "公司主动联系");
        return Moments.shown(contact.path("occurredAt"))
                + say(", ", "，")
                + direction
                + say(" by ", "，渠道：")
                + channel(text(contact, "channel"))
                + say(" (", "（")
                + kind(text(contact, "kind"))
                + say(")", "）");
    }

    private String channel(String code) {
        return switch (code) {
            case "phone" -> say("phone", "电话");
            case "message" -> say("message", "短信或即时消息");
            case "email" -> say("email", "电子邮件");
            case "letter" -> say("letter", "信函");
            case "in-person" -> say("in-person", "当面");
            default -> code;
        };
    }

    private String kind(String code) {
        return switch (code) {
            case "care" -> say("care", "关怀");
            case "service" -> say("service", "服务");
            case "complaint" -> say("complaint", "投诉");
            case "sale" -> say("sale", "销售");
            case "other" -> say("other", "其他");
            default -> code;
        };
    }

    private void line(String english, String chineseLabel, String content) {
        String label = DisplayWidth.padded("  " + say(english, chineseLabel), LABEL + 2);
        String start = label;
        for (String part : DisplayWidth.wrapped(content, Math.max(NARROWEST, width - LABEL - 2))) {
            lines.add(start + part);
            start = " ".repeat(LABEL + 2);
        }
    }

    private static String text(JsonNode node, String field) {
        return Excerpt.plain(node.path(field).asText(""));
    }

    private String say(String english, String inChinese) {
        return chinese ? inChinese : english;
    }
}
