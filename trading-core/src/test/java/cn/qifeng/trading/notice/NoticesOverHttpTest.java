package cn.qifeng.trading.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.tender.domain.AwardSetting;
import cn.qifeng.trading.tender.domain.Stage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Notices that everybody reads 公告与公示")
class NoticesOverHttpTest {

    private static final String[] BIDDERS = {"东屿筑成建筑工程有限公司", "栖霞远帆路桥建设有限公司", "云浦砺石市政工程有限公司", "澜川水务建设有限公司"};

    @Inject
    NoticeLots lots;

    @Test
    void theTenderNoticeCarriesWhatTheLawAsksFor() {
        var tender = lots.publish("雁回路施工一标段", Stage.BIDDING, 1);

        assertThat(page("/notices/" + tender))
                .as("招标投标法 §16 and 公告和公示信息发布管理办法 §5")
                .contains("示例区城市建设发展有限公司", "示例正衡工程咨询有限公司", "示例区雁回路1号，联系人：甲")
                .contains("示例区道路改造工程", "道路改造1.86公里", "财政预算资金", "示例区雁回路", "示发改〔2026〕8号")
                .contains("市政公用工程施工总承包三级", "不接受联合体投标")
                .contains("招标文件的获取", "投标文件的递交与开标", "加密封标")
                .contains("¥11,500,000.00", "人民币壹仟壹佰伍拾万元整")
                .contains("异议渠道", "示例区住房和城乡建设局", "投诉")
                .contains("信任文件指纹", "12".repeat(32), "沙箱环境")
                .doesNotContain("<script");
    }

    @Test
    void theOpeningRecordIsPublicWithEveryPriceInFiguresAndWords() {
        var tender = opened();

        assertThat(page("/notices/" + tender)).contains("/notices/" + tender + "/opening");
        var page = page("/notices/" + tender + "/opening");
        assertThat(page)
                .as("招标投标法 §36, 电子招标投标办法 §32")
                .contains("开标记录", "第三十二条", "开标抽取值", "0.970", "不见面开标大厅")
                .contains("¥10,100,000.00", "人民币壹仟零壹拾万元整", "150", "合格", "项目负责人1", "电子保函 ¥200,000.00")
                .contains("无效：封套核验不符（wrong-key）", "请核对本公司工期", "经核对无误");
        assertThat(Arrays.stream(BIDDERS).map(page::indexOf).toList())
                .as("in the order of the list, not of price")
                .isSorted()
                .doesNotContain(-1);
        assertThat(page).contains("<caption>", "scope=\"col\"", "scope=\"row\"");
    }

    @Test
    void finalistsArePublishedUnrankedWithTheChannelForObjections() {
        var tender = opened();
        lots.record(tender, "evaluation/rejected", rejected());
        assertThat(page("/notices/" + tender)).doesNotContain("施工组织设计不响应");

        finalists(tender);

        var page = page("/notices/" + tender + "/finalists");
        assertThat(page)
                .as("实施条例 §54, 公告和公示信息发布管理办法 §6")
                .contains("定标候选人公示", "第五十四条", "2026-12-28 24:00", "不少于 3 日", "不分先后")
                .contains(BIDDERS[0], BIDDERS[1], "¥10,100,000.00", "¥10,200,000.00", "150", "合格", "项目负责人2")
                .contains("评标情况", "启封有效的投标 3 个，评标委员会否决 1 个，推荐定标候选人 2 名")
                .contains(BIDDERS[2], "实施条例》第五十一条（RJ6）", "施工组织设计不响应")
                .contains("资格能力条件", "市政公用工程专业二级及以上注册建造师")
                .contains("提出异议的渠道和方式", "电话 0579-00000001", "3日内答复")
                .doesNotContain("名次", "第一名", "综合得分");
    }

    @Test
    void resultAwardAndContractNameTheWinnerAndTheAmount() {
        var tender = opened();
        finalists(tender);
        lots.record(
                tender,
                "award/decided",
                NoticeLots.body("{'rounds':[{'n':1,'votes':[{'bidId':'" + id(0)
                        + "','count':3},{'bidId':'" + id(1) + "','count':2}]}],'winner':'" + id(0)
                        + "','publicity':{'from':'2026-12-29T00:00:00.000Z','to':'2027-01-01T16:00:00.000Z'}}"));
        lots.record(
                tender,
                "award/noticed",
                NoticeLots.body("{'sm3':'" + "ef".repeat(32) + "','winner':'" + id(0) + "','amountFen':1010000000}"));
        lots.record(
                tender,
                "contract/recorded",
                NoticeLots.body("{'contractNo':'HT-1','winner':'" + id(0)
                        + "','amountFen':1010000000,'signedOn':'2027-01-05'}"));

        assertThat(page("/notices/" + tender + "/result"))
                .contains("拟中标人", BIDDERS[0], "2027-01-01 24:00", "记名票决", "票数");
        assertThat(page("/notices/" + tender + "/award"))
                .as("招标投标法 §45")
                .contains("中标结果公告", "第四十五条", BIDDERS[0], "¥10,100,000.00", "人民币壹仟零壹拾万元整", "未中标的投标人");
        assertThat(page("/notices/" + tender + "/contract"))
                .as("招标投标法 §46, 电子招标投标办法 §41")
                .contains("HT-1", "2027-01-05", BIDDERS[0], "¥10,100,000.00");
        given().get("/api/core/public/tenders/" + tender)
                .then()
                .statusCode(200)
                .body("notices.kind", contains("opening", "finalists", "result", "award", "contract"))
                .body("notices[3].notice.amountFen", equalTo(1_010_000_000));
        for (var kind : List.of("opening", "finalists", "result", "award", "contract")) {
            assertThat(page("/notices/" + tender + "/" + kind + "?lang=en"))
                    .contains("以中文为准", "lang=\"en\"", "示例正衡工程咨询有限公司")
                    .doesNotContain("<script", "招标人 <");
        }
    }

    @Test
    void rankedCandidatesArePublishedByRankAndWhoIsPassedOverWinsNoMore() {
        var tender = opened(AwardSetting.ranked(true, 3, 3));
        assertThat(page("/notices/" + tender)).contains("确定排名第一的中标候选人为中标人").doesNotContain("评定分离");
        finalists(tender);
        assertThat(page("/notices/" + tender + "/finalists"))
                .contains("中标候选人公示", "名次", "按名次", "推荐中标候选人 2 名，标明排序")
                .doesNotContain("不排序", "定标候选人");

        var noticed = "{'sm3':'" + "ef".repeat(32) + "','winner':'%s','amountFen':1010000000}";
        lots.record(tender, "award/noticed", NoticeLots.body(noticed.formatted(id(0))));
        var passed = "{'bidId':'%s','cause':'ABANDONED','reason':'来函放弃中标','left':%d}";
        lots.record(tender, "award/passed", NoticeLots.body(passed.formatted(id(0), 1)));
        given().get("/notices/" + tender + "/award").then().statusCode(404);
        assertThat(page("/notices/" + tender + "/passed")).contains("中标候选人递补公告", "第五十五条", BIDDERS[0], "放弃中标", "来函放弃中标");

        lots.record(tender, "award/noticed", NoticeLots.body(noticed.formatted(id(1))));
        assertThat(page("/notices/" + tender + "/award")).contains(BIDDERS[1]);
        lots.record(tender, "award/passed", NoticeLots.body(passed.formatted(id(1), 0)));
        assertThat(page("/notices/" + tender + "/failed")).contains("2 名中标候选人均不符合中标条件", "重新招标");
    }

    @Test
    void aFailedLotSaysWhyAndNamesNobody() {
        var few = lots.publish("流标一标段", Stage.FAILED, 1);
        lots.record(few, "tender/published", NoticeLots.body("{}"));
        lots.record(few, "lot/failed", NoticeLots.body("{'count':2,'reason':'fewer-than-three-bids'}"));
        assertThat(page("/notices/" + few + "/failed"))
                .contains("流标公告", "第二十八条", "为 2 个，少于三个，依法不开标，封套不启封", "重新招标")
                .doesNotContain(BIDDERS[0]);

        var none = lots.publish("流标二标段", Stage.FAILED, 1);
        lots.record(none, "lot/failed", NoticeLots.body("{'count':3,'reason':'ALL_REJECTED'}"));
        assertThat(page("/notices/" + none + "/failed")).contains("否决全部 3 个投标", "重新招标");

        var divided = lots.publish("流标三标段", Stage.FAILED, 1);
        lots.record(divided, "award/decided", NoticeLots.body("{'rounds':[],'winner':null,'publicity':null}"));
        assertThat(page("/notices/" + divided + "/failed")).contains("未产生中标人");
    }

    @Test
    void aNoticeThatDoesNotExistIsSaidSo() {
        var tender = lots.publish("无后续公告标段", Stage.BIDDING, 1);
        for (var path : List.of("/notices/" + tender + "/award", "/notices/nobody", "/notices/" + TenderId.random())) {
            given().get(path).then().statusCode(404);
        }
    }

    @Test
    void theListIsSearchedFilteredAndPagedWithoutScriptAndStaysFast() {
        lots.publish("百分之50%_标段", Stage.BIDDING, 1);
        lots.publish("分页标段", Stage.CONTRACTED, 1_000);

        assertThat(page("/notices?q=分页标段&stage=contract")).contains("共 1000 条", "page=2", "下一页");
        assertThat(page("/notices?q=分页标段&stage=contract&page=50"))
                .contains("page=49")
                .doesNotContain("page=51");
        assertThat(page("/notices?q=分页标段&stage=bidding")).contains("没有符合条件的公告", "清除筛选");
        assertThat(page("/notices?q=50%25_")).contains("百分之50%_标段");
        assertThat(page("/notices?q=5%25标段")).doesNotContain("百分之50%_标段");
        assertThat(page("/notices?stage=nonsense&page=x&lang=en")).contains("<html lang=\"en\">", "found");
        assertThat(page("/")).contains("到点才启封", "最近一场开标");

        var times = new long[9];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            page("/notices?q=分页&page=" + (i + 1));
            times[i] = (System.nanoTime() - start) / 1_000_000;
        }
        Arrays.sort(times);
        assertThat(times[times.length / 2])
                .as("median of %s ms", Arrays.toString(times))
                .isLessThan(500);
    }

    private TenderId opened() {
        return opened(lots.publish("雁回路施工二标段", Stage.OPENED, 1));
    }

    private TenderId opened(AwardSetting award) {
        return opened(lots.publish("雁回路施工三标段", Stage.OPENED, 1, award));
    }

    private TenderId opened(TenderId tender) {
        var names = new StringBuilder();
        var results = new StringBuilder();
        for (int i = 0; i < BIDDERS.length; i++) {
            names.append(i == 0 ? "" : ",")
                    .append("{'bidId':'" + id(i) + "','name':'" + BIDDERS[i] + "','uscc':'91330703XX0000131L'}");
            var bid = "{'priceFen':" + (1_010_000_000L + i * 10_000_000L) + ",'durationDays':150,'quality':'合格',"
                    + "'projectLeader':'项目负责人" + (i + 1) + "','security':{'form':'BOND','amountFen':20000000}}";
            results.append(i == 0 ? "" : ",")
                    .append("{'bidId':'" + id(i) + "','status':'" + (i == 3 ? "INVALID" : "OPENED") + "','finding':"
                            + (i == 3 ? "'wrong-key'" : "null") + ",'bid':"
                            + (i == 3 ? "null" : bid) + "}");
        }
        lots.record(tender, "lot/names", NoticeLots.body("{'bids':[" + names + "]}"));
        lots.record(tender, "draw/opened", NoticeLots.body("{'drawId':'d1','purpose':'COEFFICIENT'}"));
        lots.record(tender, "draw/result", NoticeLots.body("{'drawId':'d1','values':['0.970']}"));
        lots.record(tender, "lot/opened", NoticeLots.body("{'results':[" + results + "]}"));
        var objection = "{'statement':{'doc':{'text':'请核对本公司工期'}},'answer':";
        lots.record(tender, "lot/objection", NoticeLots.body(objection + "null}"));
        lots.record(tender, "lot/objection", NoticeLots.body(objection + "{'doc':{'text':'经核对无误'}}}"));
        lots.record(tender, "lot/opening-record", NoticeLots.body("{'sm3':'" + "aa".repeat(32) + "'}"));
        return tender;
    }

    @Test
    void aReReviewWithdrawsTheFinalistsAndSaysSo() {
        var tender = opened();
        finalists(tender);
        lots.record(tender, "award/withdrawn", NoticeLots.body("{'rework':1,'entries':[]}"));

        assertThat(page("/notices/" + tender + "/withdrawn"))
                .contains("撤回公示公告", "原评标委员会复评", BIDDERS[0], "重新公示")
                .doesNotContain("<script");
        given().urlEncodingEnabled(false)
                .get("/notices/" + tender + "/finalists")
                .then()
                .statusCode(404);
    }

    private void finalists(TenderId tender) {
        lots.record(
                tender,
                "award/finalists",
                NoticeLots.body("{'finalists':['" + id(0) + "','" + id(1)
                        + "'],'publicity':{'from':'2026-12-25T02:00:00.000Z','to':'2026-12-28T16:00:00.000Z'}}"));
    }

    private static ObjectNode rejected() {
        return NoticeLots.body("{'bidId':'" + id(2) + "','code':'RJ6','reason':'施工组织设计不响应','carried':true}");
    }

    private static String id(int bid) {
        return ("0" + bid).repeat(16);
    }

    private static String page(String path) {
        var page = given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        keepToLookAt(path, page);
        return page;
    }

    /** Leaves one page of each kind in {@code target}, beside its style, for eyes. */
    private static void keepToLookAt(String path, String page) {
        var name = path.replaceAll("/notices/[0-9a-f-]{36}", "/notice").replaceAll("[^a-z]+", "-");
        try {
            var folder = Files.createDirectories(Path.of("target", "notice-pages"));
            Files.writeString(folder.resolve("page" + name + ".html"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
