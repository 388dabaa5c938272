package io.holdfast.serving.http;

/** Playbooks for the tiny bundle. */
final class Playbooks {
    /** Answers price by phone and leaves everybody below 30 % alone; nobody is held out. */
    static final String SMALL = """
            format: 1
            name: tiny-care
            jurisdiction: none
            contactThreshold: 0.30
            holdOut: {salt: tiny, share: 0}
            actions:
              - code: bill-review
                reasons: [price]
                channel: phone
                priceAffecting: false
                text:
                  en: "Go through the last bill together."
                  zh-CN: "一起核对最近的账单。"
            """;

    /** The same with half of all held out. */
    static final String HALF_HELD_OUT = SMALL.replace("share: 0}", "share: 0.5}");

    /** Plans calls about the bill; nobody is held out; the region's column says who wants no contact. */
    static final String PLANS = """
            format: 2
            name: tiny-plans
            jurisdiction: checked
            currency: EUR
            contactThreshold: 0.1
            holdOut: {salt: tiny, share: 0}
            tiers: [{tier: key, atLeast: 90}, {tier: small}]
            margin: {perValue: 6, months: 12}
            teams: {desk: {contacts: 50, days: 30}}
            channels: {phone: {cost: 6}}
            customer: {optedOut: region}
            actions:
              - code: bill-review
                reasons: [price, inconvenience]
                channel: phone
                team: desk
                priceAffecting: false
                coolDownDays: 60
                effect: {change: -0.3, deviation: 0.1}
                text: {en: Go through the bill., zh-CN: 核对账单。}
            """;

    private Playbooks() {}
}
