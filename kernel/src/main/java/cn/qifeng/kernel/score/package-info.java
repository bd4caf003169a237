/** Published scoring methods in exact decimals, for the platform, the bidder's tools and every second calculation. */
package cn.qifeng.kernel.score;
