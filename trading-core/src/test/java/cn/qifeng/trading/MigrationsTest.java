package cn.qifeng.trading;

import cn.qifeng.testkit.migration.MigrationRules;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Migrations of trading-core 数据库脚本")
class MigrationsTest extends MigrationRules {}
