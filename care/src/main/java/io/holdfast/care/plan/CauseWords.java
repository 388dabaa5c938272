package io.holdfast.care.plan;

import io.holdfast.scoring.dataset.LocalizedText;

/** Why there is no care, in words. */
final class CauseWords {
    private CauseWords() {}

    static LocalizedText of(PlanCause cause) {
        return switch (cause) {
            case EXCLUDED -> LocalizedText.of("Objects to profiling: not assessed.", "反对画像分析：未作评估。");
            case OPTED_OUT -> LocalizedText.of("Wants no contact.", "已拒绝联系。");
            case ALREADY_LEFT -> LocalizedText.of("Had already left: not assessed.", "已流失：未作评估。");
            case EARLIER_DECISION -> LocalizedText.of("What an earlier plan decided still stands.", "此前计划的决定仍然有效。");
            case NO_PLAY -> LocalizedText.of("No action is for such a customer.", "没有适用于此类客户的行动。");
            case NO_TRIGGER -> LocalizedText.of("Nothing calls for an action now.", "目前没有触发任何行动的原因、时机或事件。");
            case BELOW_THRESHOLD -> LocalizedText.of("The risk is not worth a contact.", "风险未达到联系阈值。");
            case FORBIDDEN -> LocalizedText.of("A rule forbids what would be left.", "规则禁止其余可选行动。");
            case NO_CHANNEL -> LocalizedText.of("No channel the customer agrees to.", "没有客户同意或偏好的渠道。");
            case WRONG_NUMBER ->
                LocalizedText.of(
                        "The number or address that would be left is another's, as an agent found out.",
                        "其余可用渠道的号码或地址有误（经办人报告）。");
            case TOO_LATE -> LocalizedText.of("It is too late for what would help.", "可行的行动已来不及。");
            case COOL_DOWN -> LocalizedText.of("Had the same action recently.", "近期已执行过同一行动。");
            case DECLINED -> LocalizedText.of("Refused the same action recently.", "近期已拒绝同一行动。");
            case CONTACT_LIMIT -> LocalizedText.of("Was contacted as often as allowed.", "联系次数已达上限。");
            case NO_MARGIN -> LocalizedText.of("The margin is unknown.", "毛利未知，无法计算收益。");
            case COMPLAINT_OPEN ->
                LocalizedText.of(
                        "A complaint is open: only service or help, and there is none to give now.",
                        "投诉未结：只提供服务或帮助，而目前没有可用的服务行动。");
            case HARMFUL ->
                LocalizedText.of("What would be left was measured to do harm, and is stopped.", "其余可选行动经测量有害，已停止。");
            case NO_GAIN -> LocalizedText.of("Doing nothing is expected to bring more.", "不采取行动的预期收益更高。");
            case NO_CAPACITY ->
                LocalizedText.of(
                        "Budget, capacity or room to explore is used up, or does more for other customers.",
                        "预算、人力或试行名额已用完，或用于其他客户收益更大。");
            case OTHER_UNIT -> LocalizedText.of("Another unit of the customer has the action.", "该客户的另一业务已安排行动。");
        };
    }
}
