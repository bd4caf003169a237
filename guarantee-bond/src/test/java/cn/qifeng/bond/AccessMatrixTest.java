package cn.qifeng.bond;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.access.AccessMatrix;
import cn.qifeng.testkit.access.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Access matrix of guarantee-bond 访问矩阵")
class AccessMatrixTest extends AccessMatrix {

    private static final World BONDS = new ParkedBonds();

    @Override
    protected World world() {
        return BONDS;
    }
}
