package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.PassRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the operator chooses for draws and calls of experts (抽取与呼叫参数). */
@ConfigMapping(prefix = "qifeng.draws")
public interface DrawSettings {

    /** Whether experts are drawn without a plan of the centre: at once, from the lot's region. */
    @WithDefault("true")
    boolean automatic();

    /** How long before the beginning of the evaluation experts may be drawn at the earliest. */
    @WithDefault("24h")
    Duration lead();

    /** Why experts are drawn behind the opening, and not before it as is usual (12号令 §8); it stands in each entry. */
    @WithDefault("投标人名称在开标前对任何人保密，开标后方能核对回避情形")
    String lateReason();

    /** Where the evaluation takes place unless the centre sets another place. */
    @WithDefault("公共资源交易中心评标区")
    String place();

    /** How many digits of the lot's region experts must share unless the centre sets other regions. */
    @WithDefault("4")
    int regionDigits();

    /** How many are drawn for each empty seat: the rest are reserves. */
    @WithDefault("4")
    int picksPerSeat();

    /** How many experts of one employer may sit on a panel; 0: any number. */
    @WithDefault("2")
    int employerMax();

    /** Who took part in so many evaluations within {@link #servedDays} is passed over; 0: nobody. */
    @WithDefault("12")
    int servedMax();

    /** See {@link #servedMax}. */
    @WithDefault("30")
    int servedDays();

    /** Who evaluated one bidder of the lot in so many evaluations within {@link #metDays} is passed over; 0: nobody. */
    @WithDefault("12")
    int bidderMax();

    /** Who took part in so many evaluations for the procuring entity within {@link #metDays} is passed over; 0: nobody. */
    @WithDefault("24")
    int hostMax();

    /** See {@link #bidderMax} and {@link #hostMax}. */
    @WithDefault("180")
    int metDays();

    /** How many members a hall of direct lines carries; the smallest lawful panel has five (docs/decisions/0380). */
    @WithDefault("5")
    int meshMembersMax();

    /** How many members a hall with a media server carries (docs/decisions/0440). */
    @WithDefault("9")
    int janusMembersMax();

    /** How long an expert may take to answer. */
    @WithDefault("30m")
    Duration answer();

    /** Rules by which somebody who was drawn is passed over. */
    default PassRules rules() {
        return new PassRules(employerMax(), servedMax(), bidderMax(), hostMax());
    }
}
