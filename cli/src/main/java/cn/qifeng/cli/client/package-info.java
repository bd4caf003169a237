/** Speaks with a platform over its public API, as any client does. */
package cn.qifeng.cli.client;
