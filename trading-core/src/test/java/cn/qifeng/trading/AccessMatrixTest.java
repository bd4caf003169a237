package cn.qifeng.trading;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.access.AccessMatrix;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@DisplayName("Access matrix of trading-core 访问矩阵")
class AccessMatrixTest extends AccessMatrix {}
