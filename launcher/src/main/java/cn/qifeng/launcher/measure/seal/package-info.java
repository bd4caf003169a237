/** How fast bids are sealed and opened, beside openssl on the same machine. */
package cn.qifeng.launcher.measure.seal;
