/** What an auditor of security must know: refused access, starts, and where a request came from. */
package cn.qifeng.kit.trail;
