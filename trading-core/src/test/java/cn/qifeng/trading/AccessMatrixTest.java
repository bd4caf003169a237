package cn.qifeng.trading;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.access.AccessMatrix;
import cn.qifeng.testkit.access.World;
import cn.qifeng.trading.access.TradingWorld;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@WithTestResource(StillSandboxResource.class)
@DisplayName("Access matrix of trading-core 访问矩阵")
class AccessMatrixTest extends AccessMatrix {

    @Inject
    TradingWorld world;

    @Override
    protected World world() {
        return world;
    }
}
