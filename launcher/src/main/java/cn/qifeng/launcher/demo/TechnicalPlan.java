package cn.qifeng.launcher.demo;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a made-up technical part says (技术方案): a chapter for each criterion of the demo's tender document; numbers differ
 * from bid to bid.
 */
record TechnicalPlan(String title, List<Chapter> chapters) {

    /** Names of the criteria, T1 and on. */
    static final List<String> CRITERIA = List.of("施工组织设计", "质量管理体系与措施", "安全文明施工措施", "进度计划与保证措施", "资源配备计划");

    /** A chapter that answers one criterion. */
    record Chapter(String item, String name, List<Section> sections) {}

    /** A section with its paragraphs. */
    record Section(String heading, List<String> paragraphs) {}

    /** The plan of bid {@code i} for a project. */
    static TechnicalPlan of(String project, int i) {
        var sections = List.of(organisation(i), quality(i), safety(i), schedule(i), resources(i));
        return new TechnicalPlan(
                project,
                IntStream.range(0, CRITERIA.size())
                        .mapToObj(n -> new Chapter("T" + (n + 1), CRITERIA.get(n), sections.get(n)))
                        .toList());
    }

    private static List<Section> organisation(int i) {
        return List.of(
                new Section(
                        "一、总体部署",
                        List.of(
                                "本工程沿现状道路改造，施工期间须保持单向通行。全线分为" + (2 + i % 3) + "个施工段流水作业，先管线、后路基、再路面，"
                                        + "绿化与附属设施穿插进行。各段之间以临时围挡隔离，交叉口采用半幅施工，夜间开放交通。",
                                "项目部设在起点南侧空地，内设试验室、材料堆场与加工棚。临时用电自沿线箱变接入，施工用水由市政管网供给，" + "雨污水经三级沉淀后排入市政管网。")),
                new Section(
                        "二、主要施工方法",
                        List.of(
                                "沟槽开挖深度大于三米的路段采用钢板桩支护，开挖、支护、降水同步进行，分层开挖每层不超过一米五。"
                                        + "管道敷设前复核高程，闭水试验合格后方可回填，回填每层压实厚度不超过三十厘米。",
                                "路基填筑按试验段确定的遍数碾压，弯沉检测合格后施工水泥稳定碎石基层，养护不少于七天。"
                                        + "沥青面层分三层摊铺，下面层、中面层、上面层之间洒布黏层油，终压温度不低于九十度。")),
                new Section(
                        "三、交通组织",
                        List.of("编制分阶段交通导改方案，报交警部门批准后实施。导改期间设置连续的行人通道，宽度不小于两米，" + "公交站点就近迁移，沿线单位出入口每处配一名疏导员。")));
    }

    private static List<Section> quality(int i) {
        return List.of(
                new Section(
                        "一、质量目标", List.of("分项工程一次验收合格率不低于百分之" + (96 + i % 4) + "，路面平整度标准差不大于一点二毫米，" + "管道严密性试验全部合格。")),
                new Section(
                        "二、管理体系",
                        List.of(
                                "项目经理为质量第一责任人，质量部独立于施工班组，对不合格工序有权停工。实行三检制度，" + "隐蔽工程在覆盖前四十八小时通知监理验收，影像资料随检验批归档。",
                                "原材料进场先验后用，沥青、水泥、钢筋按批次见证取样。试验室按规范频次检测压实度与含水率，" + "检测结果当日上传，出现偏差立即追溯到车次。")),
                new Section("三、通病防治", List.of("检查井周边采用现浇混凝土加固并预留沉降，井盖与路面高差控制在三毫米以内；" + "新旧路基结合处开挖台阶并铺设土工格栅，防止纵向裂缝。")));
    }

    private static List<Section> safety(int i) {
        return List.of(
                new Section(
                        "一、安全管理",
                        List.of(
                                "配备专职安全员" + (3 + i % 3) + "名，每日班前讲评，每周组织隐患排查并闭环整改。深基坑、起重吊装编制专项方案，" + "超过一定规模的组织专家论证。",
                                "地下管线先探后挖，燃气与电力管线两侧一米范围内人工开挖，权属单位到场监护。")),
                new Section("二、文明施工", List.of("围挡连续封闭，高度不低于两米五，设置喷淋降尘；裸土全部覆盖，出入口设冲洗平台。" + "夜间施工先办许可并公告，噪声超标时停止高噪声作业。")),
                new Section("三、应急预案", List.of("针对坍塌、触电、管线破损和强降雨编制预案，物资按清单配齐，每季度演练一次，" + "与属地街道、医院和抢修单位建立联络。")));
    }

    private static List<Section> schedule(int i) {
        return List.of(
                new Section(
                        "一、总进度",
                        List.of("总工期" + (340 + i % 20) + "日历天：准备二十天，管线一百二十天，路基与基层九十天，面层四十五天，"
                                + "附属与绿化六十天，其余为验收与缓冲。关键线路为雨污水主管、路基、面层。")),
                new Section(
                        "二、保证措施",
                        List.of(
                                "以周计划保月计划，每周五核对形象进度，滞后超过三天即增加作业面或班组。雨季前完成全部沟槽回填，" + "汛期主要安排不受降雨影响的附属工程。",
                                "材料按进度提前十五天锁定，沥青混合料与两家拌和站签订保供协议，避免单一来源中断。")));
    }

    private static List<Section> resources(int i) {
        return List.of(
                new Section(
                        "一、人员",
                        List.of("高峰期投入劳动力" + (120 + 10 * (i % 5)) + "人，管线、路基、路面、附属四个专业班组。管理人员持证上岗，"
                                + "项目负责人常驻现场，每月在岗不少于二十二天。")),
                new Section(
                        "二、机械",
                        List.of("配置挖掘机" + (6 + i % 3) + "台、压路机五台、摊铺机两台、洒水车三台，关键设备一用一备。" + "设备进场前检验合格，操作人员定机定岗。")),
                new Section("三、材料与资金", List.of("主要材料自检合格后进场，设专账管理工程款，优先支付劳务工资，工资由专用账户按月发放。")));
    }
}
