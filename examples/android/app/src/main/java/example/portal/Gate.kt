package example.portal

/**
 * Which commands pass: those of Doc 9303 part 11 for reading a travel document. A page must not try PINs, sign, or look around on a
 * bank or signature card that is held to the phone.
 */
class Gate(private val longest: Int) {
    private var isApplication = false
    private var isPace = false
    private var isSession = false

    fun pass(command: ByteArray): Boolean {
        if (command.size < 4 || command.size > longest) return false
        val (cla, ins, p1, p2) = IntArray(4) { command[it].toInt() and 0xFF }.toList()
        val body = command.copyOfRange(4, command.size)
        val allowed = when (cla) {
            // Protected: what is inside only the two ends of the session know.
            0x0C, 0x1C -> isSession && ins in PROTECTED
            0x10 -> isPace && ins == GENERAL && p1 == 0 && p2 == 0
            0x00 -> clear(ins, p1, p2, body)
            else -> false
        }
        if (!allowed) return false
        // A command in clear ends a session; GET RESPONSE belongs to the transport.
        if (cla and 0x0C == 0 && ins != GET_RESPONSE) isSession = false
        if (cla == 0 && ins == SELECT && p1 == 4) isApplication = true
        if (cla == 0 && ins == SELECT && p1 == 0) isApplication = false
        if (cla == 0 && ins == MANAGE) isPace = true
        return true
    }

    /** PACE and BAC end with 9000. */
    fun answered(command: ByteArray, answer: ByteArray) {
        val ins = command[1].toInt() and 0xFF
        val ends = command[0].toInt() == 0 && (ins == GENERAL || ins == EXTERNAL)
        if (ends && answer.size >= 2 && answer.takeLast(2) == listOf(0x90.toByte(), 0x00.toByte())) {
            isSession = true
            isPace = false
        }
    }

    private fun clear(ins: Int, p1: Int, p2: Int, body: ByteArray): Boolean = when {
        ins == SELECT && p2 == 0x0C && p1 == 0 -> body.isEmpty() || body.contentEquals(bytes(2, 0x3F, 0))
        // EF.CardAccess alone: all else needs a session.
        ins == SELECT && p2 == 0x0C && p1 == 2 -> body.contentEquals(bytes(2, 0x01, 0x1C))
        ins == SELECT && p2 == 0x0C && p1 == 4 -> body.contentEquals(bytes(7, 0xA0, 0, 0, 2, 0x47, 0x10, 1))
        ins == READ_BINARY && p1 < 0x80 -> body.size == 1
        ins == MANAGE && p1 == 0xC1 && p2 == 0xA4 -> isPaceWithMrzOrCan(body)
        ins == GENERAL && p1 == 0 && p2 == 0 -> isPace
        ins == GET_CHALLENGE && p1 == 0 && p2 == 0 -> isApplication && body.contentEquals(bytes(8))
        ins == EXTERNAL && p1 == 0 && p2 == 0 -> isApplication && body.firstOrNull() == 0x28.toByte()
        ins == GET_RESPONSE && p1 == 0 && p2 == 0 -> body.size == 1
        else -> false
    }

    /** DO'80' of PACE, DO'83' of the MRZ (1) or the CAN (2): a PIN (3) or PUK (4) has a counter that a page could exhaust. */
    private fun isPaceWithMrzOrCan(body: ByteArray): Boolean {
        if (body.isEmpty() || body[0].toInt() != body.size - 1) return false
        var at = 1
        var pace = false
        var password = -1
        while (at < body.size) {
            if (at + 2 > body.size) return false
            val end = at + 2 + (body[at + 1].toInt() and 0xFF)
            if (end > body.size) return false
            val content = body.copyOfRange(at + 2, end)
            when (body[at].toInt() and 0xFF) {
                0x80 -> if (content.take(PACE.size) == PACE.toList()) pace = true else return false
                0x83 -> if (content.size == 1 && password < 0) password = content[0].toInt() else return false
                0x84 -> Unit
                else -> return false
            }
            at = end
        }
        return pace && (password == 1 || password == 2)
    }

    private companion object {
        const val SELECT = 0xA4
        const val READ_BINARY = 0xB0
        const val READ_ODD = 0xB1
        const val GET_CHALLENGE = 0x84
        const val EXTERNAL = 0x82
        const val INTERNAL = 0x88
        const val MANAGE = 0x22
        const val GENERAL = 0x86
        const val GET_RESPONSE = 0xC0
        val PROTECTED = setOf(SELECT, READ_BINARY, READ_ODD, MANAGE, GENERAL, INTERNAL)
        val PACE = bytes(4, 0, 0x7F, 0, 7, 2, 2, 4)

        fun bytes(vararg octets: Int) = ByteArray(octets.size) { octets[it].toByte() }
    }
}
