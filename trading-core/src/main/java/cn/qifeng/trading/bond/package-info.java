/** What bonds (保函) need of the tender: terms of security, the opening, the release. */
package cn.qifeng.trading.bond;
