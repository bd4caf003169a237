package cn.qifeng.bond;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.access.Gate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@DisplayName("Gate of guarantee-bond 令牌与响应头")
class GateTest extends Gate {

    GateTest() {
        super("/api/bond/bonds/mine");
    }
}
