package io.holdfast.simulation.history;

import io.holdfast.simulation.event.EventKind;
import io.holdfast.simulation.world.World;
import java.util.EnumSet;
import java.util.Set;

/** The description beside a simulated history; docs/history-description.md explains it. */
final class HistoryYaml {
    private static final Set<EventKind> CONTRACTUAL = EnumSet.complementOf(
            EnumSet.of(EventKind.ORDER, EventKind.RETURN, EventKind.CANCELLATION, EventKind.DELIVERY_FAILED));
    private static final Set<EventKind> SHOPPING = EnumSet.complementOf(EnumSet.of(
            EventKind.USAGE,
            EventKind.BILL,
            EventKind.PAYMENT,
            EventKind.PAYMENT_FAILED,
            EventKind.OUTAGE,
            EventKind.RENEWAL,
            EventKind.PLAN_CHANGE,
            EventKind.PORT_REQUEST,
            EventKind.LEAVE));

    private HistoryYaml() {}

    static String of(World world) {
        StringBuilder text = new StringBuilder();
        String unit = world.contractual() ? "unit: line, " : "";
        text.append("# A simulated history; what is true of it lies in the folder truth.\n")
                .append("format: 1\n")
                .append("name: simulated-")
                .append(world.code())
                .append('\n')
                .append("unit: ")
                .append(world.unit())
                .append('\n')
                .append("currency: CNY\n")
                .append("sources:\n")
                .append("  events:\n    path: events.csv\n    columns: {event: event_id, ")
                .append(unit)
                .append("customer: customer, kind: kind, occurredAt: occurred_at, arrivedAt: arrived_at,\n")
                .append("      amount: amount, quantity: quantity, category: category, channel: channel}\n")
                .append("  attributes:\n    path: attributes.csv\n    columns: {")
                .append(unit)
                .append(
                        "customer: customer, attribute: attribute, value: value, validFrom: valid_from, arrivedAt: arrived_at}\n")
                .append("  ids:\n    path: ids.csv\n    columns: {system: system, id: id, customer: customer, ")
                .append(unit)
                .append("household: household, change: change, validFrom: valid_from, arrivedAt: arrived_at}\n")
                .append("measures:\n  amount: {scale: 2, unit: CNY}\n  quantity: {scale: 0}\n")
                .append("kinds:\n");
        for (EventKind kind : EventKind.values()) {
            if ((world.contractual() ? CONTRACTUAL : SHOPPING).contains(kind) && !onlyIn(kind, world)) {
                text.append("  ")
                        .append(kind.code())
                        .append(": ")
                        .append(kind(kind))
                        .append('\n');
            }
        }
        return text.append(attributes(world)).append(end(world)).toString();
    }

    /** Food is cancelled, never returned; goods are returned. */
    private static boolean onlyIn(EventKind kind, World world) {
        return (kind == EventKind.RETURN && world != World.RETAIL)
                || (kind == EventKind.CANCELLATION && world != World.FOOD);
    }

    private static String kind(EventKind kind) {
        String measures = kind.hasAmount() && kind.hasQuantity()
                ? "measures: [amount, quantity]"
                : kind.hasAmount() ? "measures: [amount]" : kind.hasQuantity() ? "measures: [quantity]" : "";
        return switch (kind) {
            case CARE -> "{kind: care, " + measures + "}";
            case LEAVE ->
                "{kind: leave, types: {cancelled: voluntary, ported: voluntary, disconnected: involuntary,\n"
                        + "    deceased: natural, moved: natural, transferred: internal}}";
            default -> "{" + measures + "}";
        };
    }

    private static String attributes(World world) {
        return """
                attributes:
                  joined: {kind: date}
                  birth_date: {kind: date, sensitive: true}
                  region: {kind: category, peers: [competitor-offer]}
                  owner: {role: owner}
                  products: {kind: number, reason: neglect}
                  preferred_channel: {role: preference}
                  contact_consent: {role: consent, positive: "yes"}
                """
                + switch (world) {
                    case TELECOM -> """
                              plan: {kind: category}
                              payment: {kind: category, reason: inconvenience}
                              contract_end: {kind: date, mayBeMissing: true}
                              discount_end: {kind: date, mayBeMissing: true, reason: price}
                            """;
                    case RETAIL -> "  distance_km: {kind: number}\n";
                    case FOOD -> "  delivery_zone: {kind: category}\n";
                };
    }

    private static String end(World world) {
        String net = switch (world) {
            case TELECOM -> "";
            case RETAIL -> "net: {return: order}, ";
            case FOOD -> "net: {cancellation: order}, ";
        };
        String churn = world.contractual()
                ? "{kind: contractual, positive: [voluntary], horizonDays: 90}"
                : "{kind: non-contractual, purchase: order, horizonDays: " + (world == World.FOOD ? 30 : 90) + "}";
        return "churn: " + churn + "\n"
                + "cleaning: {withoutCustomer: drop, exactDuplicates: drop, idCase: upper, future: drop, " + net
                + "outliers: report}\n";
    }
}
