package cn.qifeng.evaluation.expert.sheet;

/** Columns of the sheet of experts, by their headings; they may stand in any order. */
enum Column {
    NUMBER("专家编号"),
    NAME("姓名"),
    GENDER("性别"),
    BORN_ON("出生日期"),
    ID_NUMBER("证件号码"),
    PHONE("手机号码"),
    REGION("区域代码"),
    REGION_NAME("所在区域"),
    EMPLOYER("工作单位"),
    EMPLOYER_USCC("单位统一社会信用代码"),
    EMPLOYMENTS("近三年工作单位"),
    TITLE("职称"),
    YEARS("从业年限"),
    SPECIALTIES("专业代码"),
    SPECIALTY_NAMES("专业名称"),
    ENTERED_ON("入库日期"),
    TRAINED_UNTIL("培训有效期至"),
    RELATIVES("申报近亲属"),
    AVOIDED("需回避单位"),
    STATE("状态"),
    STATE_FROM("状态起"),
    STATE_UNTIL("状态止"),
    CREDIT("信用分"),
    EMAIL("电子邮箱");

    /** What separates the items of a list inside a cell. */
    static final String LIST = "；";

    /** What stands for no relatives. */
    static final String NONE = "无";

    /** What stands for an employment that lasts. */
    static final String UNTIL_NOW = "至今";

    private final String heading;

    Column(String heading) {
        this.heading = heading;
    }

    /** What stands in the first row. */
    String heading() {
        return heading;
    }

    /** Whether a sheet without it can be read: what it says is told by another column, or may be unknown. */
    boolean optional() {
        return this == REGION_NAME || this == SPECIALTY_NAMES || this == TRAINED_UNTIL || this == EMAIL;
    }
}
