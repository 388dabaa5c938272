package io.holdfast.care.plan;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;

/**
 * How far a plan uses one of its limits. Shadows count: they have to compete as everybody does, or they could not be compared.
 *
 * @param name {@code money}, {@code team:...}, {@code channel:...}, {@code exploration} or {@code exploration-money}
 * @param used money, contacts or customers; at most the limit, unless rows that were kept before use more than it by themselves
 * @param limit the most allowed, without what open work takes up; may be infinite
 * @param price what one more unit would bring about, in money; 0 where the limit does not bind
 * @param taken contacts that open work of earlier plans takes up of the capacity beside it
 * @param late contacts, without those of shadows, that cannot be made before they expire, since capacity comes day by day
 */
public record LimitUse(String name, double used, double limit, double price, int taken, int late) {
    /** Of a limit that nobody else uses, within which all can be done in time. */
    public LimitUse(String name, double used, double limit, double price) {
        this(name, used, limit, price, 0, 0);
    }

    private static final String TEAM = "team:";
    private static final String CHANNEL = "channel:";
    private static final String MONEY = "money";
    private static final String EXPLORATION = "exploration";
    private static final String MONEY_AT_RISK = "exploration-money";

    /** What people call the limit. */
    public LocalizedText text() {
        return text(name);
    }

    /** Whether it is the budget or a part of it, and not contacts or customers. */
    public boolean isMoney() {
        return name.equals(MONEY) || name.equals(MONEY_AT_RISK);
    }

    /** Whether it is the budget as a whole. */
    public boolean isBudget() {
        return name.equals(MONEY);
    }

    /** What one unit of it is; of money nothing, since it is a unit of money. */
    public LocalizedText unit() {
        if (isMoney()) {
            return LocalizedText.same("");
        }
        return name.startsWith(TEAM) || name.startsWith(CHANNEL)
                ? LocalizedText.of("contact", "次联系")
                : LocalizedText.of("customer", "名客户");
    }

    /** That not even one customer fits into it. */
    static LocalizedText tooSmall(String name) {
        if (name.equals(EXPLORATION)) {
            return LocalizedText.of(
                    "the share of customers who may get an unproven action (explorationShare) comes to less than one of those planned at once",
                    "按可试行未验证行动的客户份额（explorationShare），一起计划的客户中不足一名");
        }
        String english = text(name).in(Language.ENGLISH);
        boolean contacts = name.startsWith(TEAM) || name.startsWith(CHANNEL);
        return LocalizedText.of(
                contacts
                        ? "fewer " + english + " than one customer needs"
                        : "the " + english + " is less than one customer needs",
                text(name).in(Language.CHINESE) + "少于一名客户所需");
    }

    static LocalizedText text(String name) {
        if (name.startsWith(TEAM)) {
            String team = name.substring(TEAM.length());
            return LocalizedText.of("contacts of team " + team, "团队 " + team + " 的联系次数");
        }
        if (name.startsWith(CHANNEL)) {
            String channel = name.substring(CHANNEL.length());
            return LocalizedText.of("contacts by " + channel, "渠道 " + channel + " 的联系次数");
        }
        if (name.equals(MONEY_AT_RISK)) {
            return LocalizedText.of("money at risk on unproven actions", "未验证行动的风险金额");
        }
        return name.equals(MONEY)
                ? LocalizedText.of("budget", "预算")
                : LocalizedText.of("customers with an unproven action", "可试行未验证行动的客户数");
    }
}
