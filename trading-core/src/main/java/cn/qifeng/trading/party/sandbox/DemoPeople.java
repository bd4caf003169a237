package cn.qifeng.trading.party.sandbox;

import cn.qifeng.trading.party.domain.PartyKind;
import java.util.ArrayList;
import java.util.List;

/** The fictional organisations and people of the sandbox (演示主体); places and codes do not exist. */
final class DemoPeople {

    /** How a demo person logs in. */
    enum Login {
        PASSWORD,
        CERTIFICATE
    }

    /** An organisation; {@code organ} is its number within the codes of the demo. */
    record Organisation(
            String key, int organ, PartyKind kind, String name, String address, String leader, String phone) {}

    /** A person; {@code organisation} is a key, or {@code null} for experts. */
    record DemoPerson(
            String account, String name, String organisation, Login login, String expertNumber, List<String> roles) {}

    static final String TENDERER = "tenderer";
    static final String AGENCY = "agency";
    static final String SUPERVISOR = "supervisor";
    static final String NOTARY = "notary";
    static final String CENTRE = "centre";
    static final String ISSUER = "issuer";
    static final String EAST = "east";
    static final String NORTH = "north";

    private static final int EXPERTS = 60;
    /** Experts who stand in the provincial library of the sandbox and in no pool of this platform. */
    private static final int PROVINCE = 30;

    private static final String[] SURNAMES = {
        "安", "白", "岑", "邓", "方", "葛", "贺", "霍", "姜", "柯", "廖", "凌", "孟", "聂", "裴", "秦", "任", "沙", "谭", "翁"
    };
    private static final String[] GIVEN = {"明澈", "书衡", "允和"};
    private static final String[] PROVINCE_GIVEN = {"知微", "承远"};

    private DemoPeople() {}

    static List<Organisation> organisations() {
        var all = new ArrayList<Organisation>();
        all.add(organisation(TENDERER, 1, PartyKind.PROCURING_ENTITY, "云浦市栖霞区城市建设发展有限公司", "雁回路1号", "沈知远"));
        all.add(organisation(AGENCY, 2, PartyKind.AGENCY, "云浦正衡工程咨询有限公司", "雁回路18号", "程以恒"));
        all.add(organisation(SUPERVISOR, 3, PartyKind.SUPERVISOR, "云浦市栖霞区招标投标监督管理办公室", "望澜街6号", "顾清扬"));
        all.add(organisation(NOTARY, 4, PartyKind.NOTARY, "云浦市明信公证处", "望澜街9号", "陆存真"));
        all.add(organisation(CENTRE, 5, PartyKind.CENTRE, "云浦市栖霞区公共资源交易中心", "望澜街10号", "韩若谷"));
        all.add(organisation(ISSUER, 6, PartyKind.ISSUER, "云浦启信融资担保有限公司", "金帆路3号", "钱守约"));
        all.add(organisation(EAST, 21, PartyKind.CENTRE, "东屿市公共资源交易中心", "听潮路12号", "俞望舒"));
        all.add(organisation(NORTH, 22, PartyKind.CENTRE, "松川市公共资源交易中心", "松川大道1号", "郗明远"));
        all.add(organisation("bidder1", 11, PartyKind.BIDDER, "云浦砺石市政工程有限公司", "长汀路21号", "石磊川"));
        all.add(organisation("bidder2", 12, PartyKind.BIDDER, "栖霞远帆路桥建设有限公司", "长汀路38号", "范远舟"));
        all.add(organisation("bidder3", 13, PartyKind.BIDDER, "东屿筑成建筑工程有限公司", "海棠路5号", "祝承宇"));
        all.add(organisation("bidder4", 14, PartyKind.BIDDER, "松川交通工程集团有限公司", "松川大道77号", "宋行舟"));
        all.add(organisation("bidder5", 15, PartyKind.BIDDER, "云浦鼎基建设有限公司", "金帆路52号", "丁亦安"));
        all.add(organisation("bidder6", 16, PartyKind.BIDDER, "青屏园林市政有限公司", "青屏路8号", "连青岚"));
        all.add(organisation("bidder7", 17, PartyKind.BIDDER, "宁渡水利工程有限公司", "宁渡街30号", "江望宁"));
        return List.copyOf(all);
    }

    static List<DemoPerson> people() {
        var all = new ArrayList<DemoPerson>();
        all.add(staff("tenderer", "沈知远", TENDERER, Login.CERTIFICATE, "procuring-entity"));
        all.add(staff("agency", "程以恒", AGENCY, Login.CERTIFICATE, "agency"));
        all.add(staff("supervisor", "顾清扬", SUPERVISOR, Login.CERTIFICATE, "supervisor", "trustee"));
        all.add(staff("notary", "陆存真", NOTARY, Login.CERTIFICATE, "trustee"));
        all.add(staff("operator", "韩若谷", CENTRE, Login.CERTIFICATE, "centre", "trustee"));
        all.add(staff("centre", "苏闻笙", CENTRE, Login.PASSWORD, "centre"));
        all.add(staff("east", "俞望舒", EAST, Login.CERTIFICATE, "sub-site"));
        all.add(staff("north", "郗明远", NORTH, Login.CERTIFICATE, "sub-site"));
        all.add(staff("issuer", "钱守约", ISSUER, Login.CERTIFICATE, "issuer"));
        all.add(staff("system-admin", "席云舒", CENTRE, Login.PASSWORD, "system-admin"));
        all.add(staff("security-admin", "易安澜", CENTRE, Login.PASSWORD, "security-admin"));
        all.add(staff("audit-admin", "沐怀清", CENTRE, Login.PASSWORD, "audit-admin"));
        String[] committee = {"段景行", "尹知非", "蒲若水", "晏清和", "闻人杰", "尚可为", "单以宁"};
        for (int i = 0; i < committee.length; i++) {
            all.add(staff("award" + (i + 1), committee[i], TENDERER, Login.CERTIFICATE, "award-committee"));
        }
        organisations().stream()
                .filter(organisation -> organisation.kind() == PartyKind.BIDDER)
                .forEach(bidder ->
                        all.add(staff(bidder.key(), bidder.leader(), bidder.key(), Login.CERTIFICATE, "bidder")));
        for (int i = 1; i <= EXPERTS; i++) {
            String name = SURNAMES[(i - 1) % SURNAMES.length] + GIVEN[(i - 1) / SURNAMES.length];
            String account = "expert%02d".formatted(i);
            all.add(new DemoPerson(account, name, null, Login.CERTIFICATE, "E%04d".formatted(i), List.of("expert")));
        }
        for (int i = 1; i <= PROVINCE; i++) {
            String name = SURNAMES[(i - 1) % SURNAMES.length] + PROVINCE_GIVEN[(i - 1) / SURNAMES.length];
            String account = "province%02d".formatted(i);
            all.add(new DemoPerson(account, name, null, Login.CERTIFICATE, "P%04d".formatted(i), List.of("expert")));
        }
        return List.copyOf(all);
    }

    private static Organisation organisation(
            String key, int organ, PartyKind kind, String name, String street, String leader) {
        String phone = "000-8800%04d".formatted(organ);
        return new Organisation(key, organ, kind, name, "云浦市栖霞区" + street, leader, phone);
    }

    private static DemoPerson staff(String account, String name, String organisation, Login login, String... roles) {
        return new DemoPerson(account, name, organisation, login, null, List.of(roles));
    }
}
