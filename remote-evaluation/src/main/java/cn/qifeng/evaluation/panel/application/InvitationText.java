package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.Call;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.kernel.DeadlineCalculator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a called expert is told (通知内容): time and place, and neither project nor bidders. */
@ApplicationScoped
class InvitationText {

    /** Subject of the message. */
    static final String SUBJECT = "评标邀请";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA).withZone(DeadlineCalculator.ZONE);

    private final DrawPlans plans;
    private final Optional<String> address;

    InvitationText(DrawPlans plans, @ConfigProperty(name = "qifeng.address") Optional<String> address) {
        this.plans = plans;
        this.address = address;
    }

    /** The text for one call. */
    String of(EvaluationSession session, Call call) {
        var plan = plans.of(session);
        return "您受邀担任评标专家。时间：%s；地点：%s。请于%s前登录平台%s答复，逾期未答复视为谢绝。项目在签到后告知。"
                .formatted(
                        plan.startsAt().map(InvitationText::minute).orElse("应邀后即到"),
                        plan.place(),
                        minute(call.answerBy()),
                        address.map(it -> "（" + it + "）").orElse(""));
    }

    private static String minute(Instant moment) {
        return MINUTE.format(moment);
    }
}
