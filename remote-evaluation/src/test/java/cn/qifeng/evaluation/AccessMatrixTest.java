package cn.qifeng.evaluation;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.access.AccessMatrix;
import cn.qifeng.testkit.access.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Access matrix of remote-evaluation 访问矩阵")
class AccessMatrixTest extends AccessMatrix {

    private static final World SESSIONS = new ParkedSessions();

    @Override
    protected World world() {
        return SESSIONS;
    }
}
