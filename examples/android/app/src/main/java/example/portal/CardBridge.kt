package example.portal

import android.app.Activity
import android.net.Uri
import android.nfc.NfcAdapter
import android.nfc.Tag
import android.nfc.TagLostException
import android.nfc.tech.IsoDep
import android.os.Bundle
import android.webkit.WebView
import androidx.webkit.JavaScriptReplyProxy
import androidx.webkit.WebMessageCompat
import androidx.webkit.WebViewCompat
import java.io.IOException
import java.util.concurrent.Executors
import java.util.concurrent.ScheduledFuture
import java.util.concurrent.TimeUnit
import org.json.JSONException
import org.json.JSONObject

/**
 * The page's way to the card: `{ id, do: "open" | "transmit" | "show" | "close", … }` is answered with `{ id, ok }` or `{ id, error }`.
 * Nothing of what passes is logged or kept.
 */
class CardBridge(private val activity: Activity, private val consent: (origin: Uri, answer: (Boolean) -> Unit) -> Unit) :
    WebViewCompat.WebMessageListener, NfcAdapter.ReaderCallback {

    /** All that touches the card runs here, one thing after another. */
    private val worker = Executors.newSingleThreadScheduledExecutor()
    private var card: IsoDep? = null
    private var gate = Gate(SHORT_COMMAND)
    private var waiting: Waiting? = null

    private class Waiting(val id: Long, val page: JavaScriptReplyProxy, val end: ScheduledFuture<*>)

    fun install(page: WebView, origins: Set<String>) =
        WebViewCompat.addWebMessageListener(page, "cancuocCard", origins, this)

    override fun onPostMessage(
        view: WebView, message: WebMessageCompat, sourceOrigin: Uri, isMainFrame: Boolean, replyProxy: JavaScriptReplyProxy,
    ) {
        if (!isMainFrame) return
        val asked = try { JSONObject(message.data ?: return) } catch (_: JSONException) { return }
        val id = asked.optLong("id", -1)
        when (asked.optString("do")) {
            "open" -> consent(sourceOrigin) { allowed ->
                if (allowed) worker.execute { open(id, asked.optLong("timeout", LONGEST_WAIT), replyProxy) }
                else fail(replyProxy, id, "denied")
            }
            "transmit" -> worker.execute { transmit(id, asked.optString("apdu"), asked.optInt("timeout", 2_000), replyProxy) }
            "close" -> worker.execute { leave(); grant(replyProxy, id, JSONObject()) }
            "show" -> grant(replyProxy, id, JSONObject())
        }
    }

    private fun open(id: Long, patience: Long, page: JavaScriptReplyProxy) {
        leave()
        val adapter = NfcAdapter.getDefaultAdapter(activity) ?: return fail(page, id, "absent")
        if (!adapter.isEnabled) return fail(page, id, "off")
        val end = worker.schedule({ lose("timeout") }, patience.coerceIn(1, LONGEST_WAIT), TimeUnit.MILLISECONDS)
        waiting = Waiting(id, page, end)
        // The system looks for the card's presence now and then, which disturbs long commands: once a second is enough.
        val options = Bundle().apply { putInt(NfcAdapter.EXTRA_READER_PRESENCE_CHECK_DELAY, 1_000) }
        val kinds = NfcAdapter.FLAG_READER_NFC_A or NfcAdapter.FLAG_READER_NFC_B or NfcAdapter.FLAG_READER_SKIP_NDEF_CHECK
        activity.runOnUiThread { adapter.enableReaderMode(activity, this, kinds, options) }
    }

    override fun onTagDiscovered(tag: Tag) = worker.execute {
        val waiting = waiting ?: return@execute
        val found = IsoDep.get(tag) ?: return@execute
        try {
            found.connect()
        } catch (_: IOException) {
            return@execute
        }
        card = found
        this.waiting = null
        waiting.end.cancel(false)
        // Extended length, where phone and controller have it; the reader falls back by itself where the card does not.
        val isLong = found.isExtendedLengthApduSupported && found.maxTransceiveLength > SHORT_COMMAND
        val longest = if (isLong) found.maxTransceiveLength else SHORT_COMMAND
        gate = Gate(longest)
        grant(waiting.page, waiting.id, JSONObject().put("maxCommand", longest).put("maxAnswer", if (isLong) longest else SHORT_ANSWER))
    }

    private fun transmit(id: Long, text: String, patience: Int, page: JavaScriptReplyProxy) {
        val card = card ?: return fail(page, id, "lost")
        val command = octets(text)
        if (command == null || !gate.pass(command)) return fail(page, id, "refused")
        try {
            card.timeout = patience.coerceIn(500, 10_000)
            val answer = card.transceive(command)
            gate.answered(command, answer)
            grant(page, id, JSONObject().put("apdu", answer.joinToString("") { "%02x".format(it) }))
        } catch (_: TagLostException) {
            leave()
            fail(page, id, "lost")
        } catch (_: IOException) {
            // Android does not say whether the card was silent or badly placed.
            leave()
            fail(page, id, "timeout")
        } catch (_: SecurityException) {
            // The tag is out of date: another one was discovered since.
            leave()
            fail(page, id, "lost")
        }
    }

    /** The activity pauses, or the page is gone. */
    fun pause() = worker.execute { lose("lost"); leave() }

    private fun lose(word: String) {
        waiting?.let { fail(it.page, it.id, word) }
        waiting = null
    }

    private fun leave() {
        waiting?.end?.cancel(false)
        waiting = null
        try {
            card?.close()
        } catch (_: IOException) {
            // It is gone.
        }
        card = null
        activity.runOnUiThread { if (!activity.isDestroyed) NfcAdapter.getDefaultAdapter(activity)?.disableReaderMode(activity) }
    }

    private fun grant(page: JavaScriptReplyProxy, id: Long, ok: JSONObject) = say(page, JSONObject().put("id", id).put("ok", ok))

    private fun fail(page: JavaScriptReplyProxy, id: Long, word: String) = say(page, JSONObject().put("id", id).put("error", word))

    private fun say(page: JavaScriptReplyProxy, reply: JSONObject) = activity.runOnUiThread { page.postMessage(reply.toString()) }

    private fun octets(text: String): ByteArray? {
        if (text.length % 2 != 0 || !text.all { it in "0123456789abcdefABCDEF" }) return null
        return ByteArray(text.length / 2) { text.substring(2 * it, 2 * it + 2).toInt(16).toByte() }
    }

    private companion object {
        const val SHORT_COMMAND = 261
        const val SHORT_ANSWER = 258
        const val LONGEST_WAIT = 60_000L
    }
}
